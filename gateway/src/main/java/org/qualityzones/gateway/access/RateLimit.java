package org.qualityzones.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.Refusal;

/** Charges each request to its client's bucket and tells the client how much is left. */
@Singleton
public class RateLimit {

    private final long quota;
    private final Duration window;
    private final Cache<String, TokenBucket> buckets;
    private final LongSupplier nanoClock;
    private final String policy;

    @Inject
    public RateLimit(GatewayConfig config) {
        this(config.rateLimit(), System::nanoTime);
    }

    RateLimit(GatewayConfig.Rate rate, LongSupplier nanoClock) {
        this.quota = rate.quota();
        this.window = rate.window();
        this.nanoClock = nanoClock;
        this.policy = "\"client\";q=" + quota + ";w=" + window.toSeconds();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(rate.clients())
                .executor(Runnable::run)
                .expireAfterAccess(window.multipliedBy(2))
                .build();
    }

    /** Takes one request off the client's quota; 429 when there is nothing left. */
    Optional<Refusal> charge(String client, MultiMap responseHeaders) {
        long now = nanoClock.getAsLong();
        TokenBucket bucket = buckets.get(client, unseen -> new TokenBucket(now));
        TokenBucket.Outcome outcome = bucket.take(now, quota, window.toNanos());
        responseHeaders.set("RateLimit-Policy", policy);
        responseHeaders.set(
                "RateLimit", "\"client\";r=" + outcome.remaining() + ";t=" + seconds(outcome.fullInNanos()));
        if (outcome.allowed()) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds(Math.max(1, seconds(outcome.waitNanos())));
        return Optional.of(
                Refusal.of(GatewayProblem.TOO_MANY_REQUESTS, "rate", quota, window.toSeconds(), wait.toSeconds())
                        .retryAfter(wait));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, 1_000_000_000L);
    }
}
