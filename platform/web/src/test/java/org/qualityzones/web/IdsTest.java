package org.qualityzones.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ids are UUIDs of version 7 that rise. */
class IdsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:30:00.123456Z");

    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldCarryTheMillisecondAndTheVersion() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void shouldRiseStrictlyWhileTheClockStands() {
        assertThat(Stream.generate(ids::next).limit(10_000).map(UUID::toString))
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
