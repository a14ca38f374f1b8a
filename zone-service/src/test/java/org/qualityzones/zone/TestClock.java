package org.qualityzones.zone;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The clock of the tests: the real time plus what a test adds to it. */
@Singleton
public class TestClock extends Clock {
    private static volatile Duration ahead = Duration.ZERO;

    /** Moves the time on. */
    public static void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Back to the real time. */
    public static void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("UTC only");
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }
}
