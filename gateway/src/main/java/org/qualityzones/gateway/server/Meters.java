package org.qualityzones.gateway.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.access.VerifiedTokens;

/** Counts and times requests by destination and class of status: few labels, whatever clients send. */
@Singleton
public class Meters {

    /** Bounds of the histogram: what the objectives of docs/operations are measured by. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final AtomicInteger underWay = new AtomicInteger();
    private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();

    public Meters(MeterRegistry registry, VerifiedTokens tokens) {
        this.registry = registry;
        Gauge.builder("qz.gateway.requests.under.way", underWay, AtomicInteger::get)
                .description("Requests being answered now")
                .register(registry);
        Gauge.builder("qz.gateway.tokens.remembered", tokens, VerifiedTokens::size)
                .description("Verified tokens in the cache")
                .register(registry);
    }

    void begun() {
        underWay.incrementAndGet();
    }

    void finished(Exchange exchange) {
        underWay.decrementAndGet();
        int hundreds = exchange.request().response().getStatusCode() / 100;
        timers.computeIfAbsent(exchange.destination() + hundreds, key -> timer(exchange.destination(), hundreds))
                .record(System.nanoTime() - exchange.startedNanos(), TimeUnit.NANOSECONDS);
    }

    /** Requests being answered now. */
    int underWay() {
        return underWay.get();
    }

    private Timer timer(String destination, int hundreds) {
        return Timer.builder("qz.gateway.requests")
                .description("Requests by destination and class of status")
                .tag("destination", destination)
                .tag("status", hundreds + "xx")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
