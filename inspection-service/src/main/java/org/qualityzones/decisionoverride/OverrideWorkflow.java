package org.qualityzones.decisionoverride;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The life cycle of an override as data. */
@Singleton
class OverrideWorkflow {

    static final String APPROVE = "approve";
    static final String REFUSE = "refuse";
    private static final Set<String> PROPOSED = Set.of("PROPOSED");
    private static final Set<String> OFFICES = Set.of(Roles.INSPECTOR, Roles.BUREAU);

    private final Workflow definition = Workflow.named("decision-override")
            .states(OverrideStatus.class)
            .action(
                    APPROVE,
                    PROPOSED,
                    "APPROVED",
                    OFFICES,
                    "a second person; the decision is in force, nothing was found about the lot, no law forbids it")
            .action(REFUSE, PROPOSED, "REFUSED", OFFICES, "a second person; reason")
            .build();

    @Produces
    @Singleton
    Workflow definition() {
        return definition;
    }
}
