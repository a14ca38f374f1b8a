package org.qualityzones.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final List<Duration> DELAYS = List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5));
    private static final RandomGenerator RANDOM = new Random(7);

    @Test
    void shouldWaitTheDelayOfEachAttemptAndAtMostItsShareOfJitter() {
        RetrySchedule schedule = new RetrySchedule(DELAYS, 0.1);

        for (int i = 0; i < 1_000; i++) {
            assertThat(schedule.next(1, Optional.empty(), RANDOM).orElseThrow())
                    .isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_500));
        }
    }

    @Test
    void shouldEndAfterTheLastAttempt() {
        assertThat(new RetrySchedule(DELAYS, 0.1).next(3, Optional.empty(), RANDOM))
                .isEmpty();
    }

    @Test
    void shouldGrantTheTargetALongerWaitButNoShorterOne() {
        RetrySchedule schedule = new RetrySchedule(DELAYS, 0);

        assertThat(schedule.next(1, Optional.of(Duration.ofMinutes(1)), RANDOM)).contains(Duration.ofMinutes(1));
        assertThat(schedule.next(2, Optional.of(Duration.ofMinutes(1)), RANDOM)).contains(Duration.ofMinutes(5));
    }

    @Test
    void shouldRefuseAnEmptyScheduleByName() {
        assertThatThrownBy(() -> new RetrySchedule(List.of(), 0.1)).hasMessageContaining("qz.delivery.schedule");
    }
}
