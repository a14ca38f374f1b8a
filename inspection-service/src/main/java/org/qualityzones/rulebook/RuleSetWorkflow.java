package org.qualityzones.rulebook;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The life cycle of a rule set as data. */
@Singleton
class RuleSetWorkflow {

    private final Workflow definition = Workflow.named("rule-set")
            .states(RuleSetStatus.class)
            .action(
                    "publish",
                    Set.of("LINTED", "IMPACT_ASSESSED"),
                    "PUBLISHED",
                    Set.of(Roles.AUTHORITY),
                    "names an impact report over the latest facts; by nobody who drafted it")
            .action(
                    "retire",
                    Set.of("PUBLISHED"),
                    "RETIRED",
                    Set.of(Roles.AUTHORITY),
                    "another published rule set governs instead")
            .build();

    @Produces
    @Singleton
    Workflow definition() {
        return definition;
    }
}
