package org.qualityzones.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpactPaceTest {

    private final Moving clock = new Moving();
    private final ImpactPace pace = new ImpactPace(clock);

    @Test
    void shouldTakeWhatItCanGetWhileNothingIsDecided() {
        assertThat(pace.isBeside()).isFalse();
        assertThat(pace.page()).isEqualTo(ImpactPace.PAGE_ALONE);
        assertThat(pace.restAfter(Duration.ofSeconds(1))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "999, true", "1000, false", "60000, false"})
    void shouldGoInShortStepsForASecondAfterADecision(long millis, boolean beside) {
        pace.see(null);
        clock.now = clock.now.plusMillis(millis);

        assertThat(pace.isBeside()).isEqualTo(beside);
        assertThat(pace.page()).isEqualTo(beside ? ImpactPace.PAGE_BESIDE : ImpactPace.PAGE_ALONE);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "100, 100", "5000, 100"})
    void shouldLeaveAsMuchTimeAsAStepTook(long step, long rest) {
        pace.see(null);

        assertThat(pace.restAfter(Duration.ofMillis(step))).isEqualTo(Duration.ofMillis(rest));
    }

    private static final class Moving extends Clock {

        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
