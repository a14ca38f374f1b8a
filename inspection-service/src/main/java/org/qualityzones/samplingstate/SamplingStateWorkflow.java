package org.qualityzones.samplingstate;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.sampling.SamplingState;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/**
 * What an office records about a switching state, as data; lots move it by themselves. Reduced inspection needs a steady
 * production and the approval of the responsible authority (GB/T 2828.1-2012 clause 9.3.3) and ends without either (9.3.4).
 */
@Singleton
class SamplingStateWorkflow {

    static final String APPROVE = "approve-reduced";
    static final String WITHDRAW = "withdraw-approval";
    static final String IRREGULAR = "report-irregular";
    static final String STEADY = "report-steady";

    private static final Set<String> BUREAU = Set.of(Roles.BUREAU);
    private static final Set<String> OFFICES = Set.of(Roles.INSPECTOR, Roles.BUREAU);
    private static final String REACHED = "switching score 30 or more, production steady, approved";
    private static final String NOT_YET = "switching score below 30, or production not steady, or not approved";

    private final Workflow definition = Workflow.named("sampling-state")
            .states(SamplingState.class)
            .action(APPROVE, Set.of("NORMAL"), "REDUCED", BUREAU, REACHED)
            .action(APPROVE, Set.of("NORMAL"), "NORMAL", BUREAU, NOT_YET)
            .action(APPROVE, Set.of("TIGHTENED"), "TIGHTENED", BUREAU)
            .action(WITHDRAW, Set.of("NORMAL", "REDUCED"), "NORMAL", BUREAU)
            .action(WITHDRAW, Set.of("TIGHTENED"), "TIGHTENED", BUREAU)
            .action(WITHDRAW, Set.of("SUSPENDED"), "SUSPENDED", BUREAU)
            .action(IRREGULAR, Set.of("NORMAL", "REDUCED"), "NORMAL", OFFICES)
            .action(IRREGULAR, Set.of("TIGHTENED"), "TIGHTENED", OFFICES)
            .action(IRREGULAR, Set.of("SUSPENDED"), "SUSPENDED", OFFICES)
            .action(STEADY, Set.of("NORMAL"), "REDUCED", OFFICES, REACHED)
            .action(STEADY, Set.of("NORMAL"), "NORMAL", OFFICES, NOT_YET)
            .action(STEADY, Set.of("TIGHTENED"), "TIGHTENED", OFFICES)
            .action(STEADY, Set.of("SUSPENDED"), "SUSPENDED", OFFICES)
            .build();

    @Produces
    @Singleton
    Workflow definition() {
        return definition;
    }
}
