package org.qualityzones.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The moves of a subscription, as data. */
@ApplicationScoped
class SubscriptionWorkflow {

    static final String NAME = "subscription";

    private static final Set<String> OWNERS =
            Set.of(Roles.ENTERPRISE, Roles.INTEGRATOR, Roles.BUREAU, Roles.AUTHORITY, Roles.LOCAL_GOVERNMENT);

    @Produces
    @Singleton
    @Named(NAME)
    Workflow workflow() {
        return Workflow.named(NAME)
                .states(SubscriptionStatus.class)
                .action("pause", Set.of("ACTIVE"), "PAUSED", OWNERS)
                .action("resume", Set.of("PAUSED", "DISABLED"), "ACTIVE", OWNERS)
                .action("disable", Set.of("ACTIVE", "PAUSED"), "DISABLED", OWNERS, "open deliveries are cancelled")
                .action(
                        "disable-dead-target",
                        Set.of("ACTIVE", "PAUSED"),
                        "DISABLED",
                        Set.of(),
                        "made by the service: the target answered 410, or nothing else but failures for five days")
                .action("delete", Set.of("ACTIVE", "PAUSED", "DISABLED"), "DELETED", OWNERS, "by DELETE")
                .build();
    }
}
