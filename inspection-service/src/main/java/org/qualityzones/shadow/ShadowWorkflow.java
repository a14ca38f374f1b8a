package org.qualityzones.shadow;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The life cycle of a shadow run as data. */
@Singleton
class ShadowWorkflow {

    private final Workflow definition = Workflow.named("shadow-run")
            .states(ShadowRun.Status.class)
            .action("stop", Set.of("RUNNING"), "ENDED", Set.of(Roles.AUTHORITY), null)
            .action("outdate", Set.of("RUNNING"), "ENDED", Set.of(), "its document was replaced or published")
            .build();

    @Produces
    @Singleton
    Workflow definition() {
        return definition;
    }
}
