package org.qualityzones.gateway.server;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.Upstream;

/** Names what is unsafe or contradictory in a configuration, so that the gateway refuses to start with it. */
final class ConfigCheck {

    private final List<String> violations = new ArrayList<>();

    private ConfigCheck() {}

    /** Sentences that each name a property and say what to do; empty when the configuration may be used. */
    static List<String> violations(GatewayConfig config) {
        ConfigCheck check = new ConfigCheck();
        check.origin("public-url", config.publicUrl());
        for (Upstream upstream : Upstream.values()) {
            check.origin("upstreams." + upstream.slug(), upstream.base(config.upstreams()));
            check.origin("upstreams." + upstream.slug() + "-management", upstream.management(config.upstreams()));
            if (upstream.base(config.upstreams()).equals(upstream.management(config.upstreams()))) {
                check.add(
                        "upstreams." + upstream.slug() + "-management",
                        "is the public port of the service: management ports are their own");
            }
        }
        check.positive("timeouts.connect", config.timeouts().connect());
        check.positive("timeouts.response", config.timeouts().response());
        check.positive("timeouts.long-response", config.timeouts().longResponse());
        check.positive("timeouts.idle", config.timeouts().idle());
        check.positive("timeouts.first-request", config.timeouts().firstRequest());
        check.positive("timeouts.probe", config.timeouts().probe());
        check.positive("token-cache.max-age", config.tokenCache().maxAge());
        check.notAbove("token-cache.max-age", config.tokenCache().maxAge(), Duration.ofMinutes(10));
        check.positive("token-cache.size", config.tokenCache().size());
        check.positive("pool.size", config.pool().size());
        check.positive("pool.streams", config.pool().streams());
        check.positive("pool.queue", config.pool().queue());
        check.positive("limits.body", config.limits().body().asLongValue());
        if (config.limits().importBody().asLongValue() < config.limits().body().asLongValue()) {
            check.add("limits.import-body", "is below limits.body");
        }
        check.rate(config.rateLimit());
        config.cors().origins().orElse(List.of()).forEach(check::corsOrigin);
        return List.copyOf(check.violations);
    }

    private void rate(GatewayConfig.Rate rate) {
        positive("rate-limit.quota", rate.quota());
        positive("rate-limit.clients", rate.clients());
        if (rate.window().toSeconds() < 1 || rate.window().toNanosPart() != 0) {
            add("rate-limit.window", "must be a whole number of seconds, at least 1s");
        }
    }

    private void corsOrigin(String origin) {
        if ("*".equals(origin) || "null".equals(origin)) {
            add("cors.origins", "must list origins by name, not " + origin);
            return;
        }
        origin("cors.origins", URI.create(origin));
    }

    private void origin(String property, URI uri) {
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean bare = (uri.getPath() == null || uri.getPath().isEmpty()) && uri.getQuery() == null;
        if (!web || uri.getHost() == null || !bare || uri.getUserInfo() != null) {
            add(property, "must be http(s)://host[:port] without a path, but is " + uri);
        }
    }

    private void positive(String property, Duration value) {
        if (value.isZero() || value.isNegative()) {
            add(property, "must be greater than zero");
        }
    }

    private void positive(String property, long value) {
        if (value < 1) {
            add(property, "must be at least 1");
        }
    }

    private void notAbove(String property, Duration value, Duration most) {
        if (value.compareTo(most) > 0) {
            add(
                    property,
                    "must be at most " + most.toSeconds() + "s: it bounds how long a withdrawn token still passes");
        }
    }

    private void add(String property, String sentence) {
        violations.add("qz.gateway." + property + " " + sentence);
    }
}
