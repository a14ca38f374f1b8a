package org.qualityzones.enterprise;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The standing of an enterprise as data. A suspension is a state of its own here and goes before the status. */
final class EnterpriseWorkflow {
    static final String NAME = "enterprise";
    static final String SUSPENDED = "SUSPENDED";

    static final String SUSPEND = "suspend";
    static final String ORDER_RECTIFICATION = "order-rectification";
    static final String REINSTATE = "reinstate";
    static final String DEREGISTER = "deregister";
    static final String SUSPENSION_ENDED = "suspension-ended";

    private static final String ACTIVE = EnterpriseStatus.ACTIVE.name();
    private static final String RECTIFYING = EnterpriseStatus.RECTIFYING.name();
    private static final String DEREGISTERED = EnterpriseStatus.DEREGISTERED.name();
    private static final Set<String> BUREAU = Set.of(Roles.BUREAU);
    private static final String REASON = "a reason; the caller is the bureau of the area";

    private EnterpriseWorkflow() {}

    @Produces
    @Singleton
    @Named(NAME)
    static Workflow workflow() {
        return Workflow.named(NAME)
                .state(ACTIVE, RECTIFYING, SUSPENDED, DEREGISTERED)
                .action(
                        SUSPEND,
                        Set.of(ACTIVE, RECTIFYING),
                        SUSPENDED,
                        BUREAU,
                        REASON + "; scope STATUTORY where none is given; the last day is not over")
                .action(ORDER_RECTIFICATION, Set.of(ACTIVE), RECTIFYING, BUREAU, REASON)
                .action(ORDER_RECTIFICATION, Set.of(SUSPENDED), SUSPENDED, BUREAU, REASON + "; not ordered before")
                .action(REINSTATE, Set.of(RECTIFYING, SUSPENDED), ACTIVE, BUREAU, "ends rectification and suspension")
                .action(DEREGISTER, Set.of(ACTIVE, RECTIFYING, SUSPENDED), DEREGISTERED, BUREAU, REASON)
                .action(SUSPENSION_ENDED, Set.of(SUSPENDED), ACTIVE, Set.of(), "the last day of the suspension is over")
                .action(
                        SUSPENSION_ENDED,
                        Set.of(SUSPENDED),
                        RECTIFYING,
                        Set.of(),
                        "the last day of the suspension is over and rectification was ordered")
                .build();
    }
}
