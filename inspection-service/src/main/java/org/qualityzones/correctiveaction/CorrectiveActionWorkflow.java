package org.qualityzones.correctiveaction;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The life cycle of a corrective action as data. */
@Singleton
class CorrectiveActionWorkflow {

    private static final Set<String> OFFICES = Set.of(Roles.INSPECTOR, Roles.BUREAU);

    private final Workflow definition = Workflow.named("corrective-action")
            .states(CorrectiveActionStatus.class)
            .action("submit", Set.of("OPEN"), "SUBMITTED", Set.of(Roles.ENTERPRISE), "by the producer or the consignor")
            .action("extend", Set.of("OPEN"), "OPEN", OFFICES, "a later deadline")
            .action("verify", Set.of("SUBMITTED"), "VERIFIED", OFFICES, "the inspection after rework was accepted")
            .action("reject", Set.of("OPEN", "SUBMITTED"), "REJECTED", OFFICES, "no inspection after rework accepted")
            .build();

    @Produces
    @Singleton
    Workflow definition() {
        return definition;
    }
}
