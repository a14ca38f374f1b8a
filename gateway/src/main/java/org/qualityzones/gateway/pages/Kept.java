package org.qualityzones.gateway.pages;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Something collected that is good for a while; many readers cause one collection. */
public final class Kept<T> {

    private final Clock clock;
    private final Duration maxAge;
    private final Supplier<Future<T>> collect;
    private Future<T> current;
    private Instant staleAt = Instant.MIN;

    public Kept(Clock clock, Duration maxAge, Supplier<Future<T>> collect) {
        this.clock = clock;
        this.maxAge = maxAge;
        this.collect = collect;
    }

    public synchronized Future<T> get() {
        Instant now = clock.instant();
        if (current == null || current.failed() || !now.isBefore(staleAt)) {
            current = collect.get();
            staleAt = now.plus(maxAge);
        }
        return current;
    }
}
