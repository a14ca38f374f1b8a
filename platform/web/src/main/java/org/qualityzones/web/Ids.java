package org.qualityzones.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562, method 3): milliseconds, then twelve bits of the millisecond's fraction, so that
 * the ids of one process rise strictly.
 */
@ApplicationScoped
public class Ids {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** The next id, greater than all this process made before. */
    public UUID next() {
        long tick = last.accumulateAndGet(tick(clock.instant()), (previous, now) -> Math.max(previous + 1, now));
        long high = (tick >>> 12 << 16) | 0x7000 | (tick & 0xFFF);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static long tick(Instant now) {
        long fraction = now.getNano() % NANOS_PER_MILLI * 4096 / NANOS_PER_MILLI;
        return now.toEpochMilli() << 12 | fraction;
    }
}
