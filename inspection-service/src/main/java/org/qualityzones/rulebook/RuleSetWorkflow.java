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
                    "lint",
                    Set.of("DRAFT", "LINTED"),
                    "LINTED",
                    Set.of(Roles.AUTHORITY),
                    "by POST to its lint; the report is kept")
            .action(
                    "assess",
                    Set.of("LINTED", "IMPACT_ASSESSED"),
                    "IMPACT_ASSESSED",
                    Set.of(Roles.AUTHORITY),
                    "by POST to its impact reports; when a report is done")
            .action(
                    "publish",
                    Set.of("LINTED", "IMPACT_ASSESSED"),
                    "PUBLISHED",
                    Set.of(Roles.AUTHORITY),
                    "its lint report names no error, its impact report looked at the latest facts; by nobody who drafted it")
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
