package org.qualityzones.inspection;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The life cycle of an inspection as data. */
@Singleton
class InspectionWorkflow {

    static final String RESULT = "record-result";
    private static final Set<String> WAITING = Set.of("OPEN", "ASSIGNED");
    private static final Set<String> OFFICES = Set.of(Roles.INSPECTOR, Roles.BUREAU);

    private final Workflow definition = Workflow.named("inspection")
            .states(InspectionStatus.class)
            .action("take", Set.of("OPEN"), "ASSIGNED", Set.of(Roles.INSPECTOR))
            .action("assign", WAITING, "ASSIGNED", Set.of(Roles.BUREAU))
            .action(RESULT, WAITING, "ACCEPTED", OFFICES, "every plan is met (POST …/results)")
            .action(RESULT, WAITING, "REJECTED", OFFICES, "a plan is not met (POST …/results)")
            .action(
                    "cancel",
                    WAITING,
                    "CANCELLED",
                    Set.of(),
                    "the declaration is amended or withdrawn, or its line decided anew")
            .build();

    @Produces
    @Singleton
    Workflow definition() {
        return definition;
    }
}
