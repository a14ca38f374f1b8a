package org.qualityzones.warning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The moves of a risk warning, as data. */
@ApplicationScoped
class WarningWorkflow {

    static final String NAME = "risk-warning";

    @Produces
    @Singleton
    @Named(NAME)
    Workflow workflow() {
        return Workflow.named(NAME)
                .states(WarningStatus.class)
                .action(
                        "lift",
                        Set.of("ACTIVE"),
                        "LIFTED",
                        Set.of(Roles.AUTHORITY, Roles.BUREAU),
                        "a bureau only for an enterprise of its areas")
                .build();
    }
}
