package org.qualityzones.web.sample;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** A state machine of two states. */
final class SampleWorkflow {

    private SampleWorkflow() {}

    @Produces
    @Singleton
    static Workflow workflow() {
        return Workflow.named("sample")
                .state("OPEN", "CLOSED")
                .action("close", Set.of("OPEN"), "CLOSED", Set.of(Roles.BUREAU, Roles.AUTHORITY), "nothing is due")
                .action("reopen", Set.of("CLOSED"), "OPEN", Set.of(Roles.AUTHORITY))
                .build();
    }
}
