package org.qualityzones.gateway.server;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.Refusal;

/** Lets browsers of listed origins call the API; there are no cookies, so no credentials are allowed. */
@Singleton
public class Cors {

    private static final String REQUEST_HEADERS =
            "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, X-Request-Id, traceparent";
    private static final String RESPONSE_HEADERS =
            "Deprecation, ETag, Idempotency-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Sunset, X-Request-Id";

    private final Set<String> origins;
    private final String maxAge;

    public Cors(GatewayConfig config) {
        this.origins = Set.copyOf(config.cors().origins().orElse(List.of()));
        this.maxAge = Long.toString(config.cors().maxAge().toSeconds());
    }

    /** Marks the answer for a listed origin; 403 to the preflight of another one. */
    Optional<Refusal> refusal(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return Optional.empty();
        }
        MultiMap headers = request.response().headers();
        headers.set("Vary", "Origin");
        if (!origins.contains(origin)) {
            return isPreflight(request)
                    ? Optional.of(Refusal.of(GatewayProblem.FORBIDDEN_ORIGIN, "origin"))
                    : Optional.empty();
        }
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        return Optional.empty();
    }

    /** A browser's question before the request itself. */
    static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    /** The answer to a preflight that was not refused. */
    void answerPreflight(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        headers.set("Access-Control-Allow-Methods", WellFormed.METHODS);
        headers.set("Access-Control-Allow-Headers", REQUEST_HEADERS);
        headers.set("Access-Control-Max-Age", maxAge);
        request.response().setStatusCode(204).end();
        request.resume();
    }
}
