package org.qualityzones.credit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The course of a credit record as data. */
final class CreditWorkflow {
    static final String NAME = "credit-record";

    private static final String RECORDED = CreditState.RECORDED.name();
    private static final String REPAIR_REQUESTED = CreditState.REPAIR_REQUESTED.name();
    private static final String REPAIRED = CreditState.REPAIRED.name();
    private static final Set<String> BUREAU = Set.of(Roles.BUREAU);

    private CreditWorkflow() {}

    @Produces
    @Singleton
    @Named(NAME)
    static Workflow workflow() {
        return Workflow.named(NAME)
                .states(CreditState.class)
                .action(
                        "request-repair",
                        Set.of(RECORDED),
                        REPAIR_REQUESTED,
                        Set.of(Roles.ENTERPRISE),
                        "the enterprise itself; a reason")
                .action(
                        "repair",
                        Set.of(RECORDED, REPAIR_REQUESTED),
                        REPAIRED,
                        BUREAU,
                        "the bureau of the area; a reason; the level is reckoned anew from that day")
                .action("refuse-repair", Set.of(REPAIR_REQUESTED), RECORDED, BUREAU, "the bureau of the area; a reason")
                .action(
                        "withdraw",
                        Set.of(RECORDED, REPAIR_REQUESTED, REPAIRED),
                        CreditState.WITHDRAWN.name(),
                        BUREAU,
                        "the bureau of the area; a reason, such as a decision overturned")
                .build();
    }
}
