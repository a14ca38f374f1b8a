package org.qualityzones.classification;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The course of a class assessment as data. */
final class ClassWorkflow {
    static final String NAME = "class-assessment";

    private static final Set<String> PROPOSED = Set.of(AssessmentState.PROPOSED.name());
    private static final Set<String> BUREAU = Set.of(Roles.BUREAU);

    private ClassWorkflow() {}

    @Produces
    @Singleton
    @Named(NAME)
    static Workflow workflow() {
        return Workflow.named(NAME)
                .states(AssessmentState.class)
                .action(
                        "approve",
                        PROPOSED,
                        AssessmentState.APPROVED.name(),
                        BUREAU,
                        "the bureau of the area; rules " + String.join(", ", ClassRule.ids()))
                .action("refuse", PROPOSED, AssessmentState.REFUSED.name(), BUREAU, "the bureau of the area; a reason")
                .action(
                        "withdraw",
                        PROPOSED,
                        AssessmentState.WITHDRAWN.name(),
                        BUREAU,
                        "the bureau of the area; a reason, such as a result overturned on appeal")
                .build();
    }
}
