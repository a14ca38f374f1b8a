package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The moves of an alert and of a match, as data. */
@ApplicationScoped
class AlertWorkflows {

    static final String ALERT = "alert";
    static final String MATCH = "alert-match";
    static final String CONFIRM = "confirm";
    static final String REJECT = "reject";
    private static final Set<String> WHO = Set.of(Roles.BUREAU, Roles.AUTHORITY);

    @Produces
    @Singleton
    @Named(ALERT)
    Workflow alert() {
        String guard = "a bureau only an alert that it recorded";
        return Workflow.named(ALERT)
                .states(AlertStatus.class)
                .action("withdraw", Set.of("ACTIVE"), "WITHDRAWN", WHO, guard)
                .action("supersede", Set.of("ACTIVE"), "SUPERSEDED", WHO, guard)
                .build();
    }

    @Produces
    @Singleton
    @Named(MATCH)
    Workflow match() {
        String guard = "a bureau only for an enterprise of its areas";
        return Workflow.named(MATCH)
                .states(MatchState.class)
                .action(CONFIRM, Set.of("PROPOSED"), "CONFIRMED", WHO, guard + ", while the alert is active")
                .action(REJECT, Set.of("PROPOSED", "CONFIRMED"), "REJECTED", WHO, guard)
                .build();
    }
}
