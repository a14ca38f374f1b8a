package org.qualityzones.web;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock of the service, in UTC, ticking in microseconds because PostgreSQL keeps no finer time. */
final class ClockProducer {

    private ClockProducer() {}

    @Produces
    @Singleton
    @DefaultBean
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
