package org.qualityzones.measure;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The life of a measure as data. */
final class MeasureWorkflow {
    static final Workflow WORKFLOW = Workflow.named("measure")
            .state("GRANTED", "ENDED")
            .action("end", Set.of("GRANTED"), "ENDED", Set.of(Roles.AUTHORITY))
            .action("lapse", Set.of("GRANTED"), "ENDED", Set.of(), "the zone lost the grade it was granted on")
            .build();

    private MeasureWorkflow() {}

    @Produces
    @Singleton
    static Workflow workflow() {
        return WORKFLOW;
    }
}
