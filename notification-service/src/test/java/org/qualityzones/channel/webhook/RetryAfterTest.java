package org.qualityzones.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void shouldReadSeconds() {
        assertThat(RetryAfter.parse("120", NOW)).contains(Duration.ofMinutes(2));
    }

    @Test
    void shouldReadADate() {
        assertThat(RetryAfter.parse("Sat, 21 Nov 2026 08:10:00 GMT", NOW)).contains(Duration.ofMinutes(10));
    }

    @Test
    void shouldIgnoreWhatIsPastAbsentOrUnreadable() {
        assertThat(RetryAfter.parse("Sat, 21 Nov 2026 07:10:00 GMT", NOW)).isEmpty();
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
        assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
        assertThat(RetryAfter.parse("-5", NOW)).isEmpty();
        assertThat(RetryAfter.parse("99999999999999999999", NOW)).isEmpty();
    }
}
