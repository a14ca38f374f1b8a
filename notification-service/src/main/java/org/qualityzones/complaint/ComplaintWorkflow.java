package org.qualityzones.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The moves of a complaint, as data. */
@ApplicationScoped
class ComplaintWorkflow {

    static final String NAME = "complaint";
    private static final Set<String> WHO = Set.of(Roles.BUREAU, Roles.AUTHORITY);

    @Produces
    @Singleton
    @Named(NAME)
    Workflow workflow() {
        String guard = "a bureau only in its areas";
        return Workflow.named(NAME)
                .states(ComplaintStatus.class)
                .action("accept", Set.of("RECEIVED"), "ACCEPTED", WHO, guard)
                .action("resolve", Set.of("ACCEPTED"), "RESOLVED", WHO, guard + "; with the answer as reason")
                .action("dismiss", Set.of("RECEIVED", "ACCEPTED"), "DISMISSED", WHO, guard + "; with a reason")
                .build();
    }
}
