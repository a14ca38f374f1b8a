package org.qualityzones.gateway.pages.status;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.Upstream;
import org.qualityzones.gateway.pages.Kept;
import org.qualityzones.gateway.pages.Services;

/** The states of the services and of the identity provider, a short while old at most. */
@Singleton
class StatusBoard {

    private final Services services;
    private final String identityProvider;
    private final Clock clock;
    private final Kept<Seen> seen;

    StatusBoard(
            Services services,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> identityProvider,
            Clock clock) {
        this.services = services;
        this.identityProvider = identityProvider.orElse("");
        this.clock = clock;
        this.seen = new Kept<>(clock, config.collected().statusMaxAge(), this::look);
    }

    /**
     * What was seen.
     *
     * @param at when
     * @param services each service's own word
     * @param signIn whether the identity provider answers
     */
    record Seen(Instant at, Map<Upstream, Readiness> services, boolean signIn) {}

    Future<Seen> get() {
        return seen.get();
    }

    private Future<Seen> look() {
        Map<Upstream, Future<Readiness>> asked = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            asked.put(
                    upstream,
                    services.management(upstream, "/q/health/ready")
                            .map(Readiness::of)
                            .otherwise(new Readiness.Unreachable()));
        }
        Future<Boolean> signIn = services.get(identityProvider + "/.well-known/openid-configuration", Map.of())
                .map(reply -> reply.status() == 200)
                .otherwise(false);
        return Future.join(new ArrayList<>(asked.values()))
                .compose(all -> signIn)
                .map(works -> {
                    Map<Upstream, Readiness> states = new EnumMap<>(Upstream.class);
                    asked.forEach((upstream, state) -> states.put(upstream, state.result()));
                    return new Seen(clock.instant().truncatedTo(ChronoUnit.MILLIS), states, works);
                });
    }
}
