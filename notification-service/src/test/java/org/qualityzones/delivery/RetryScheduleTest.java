package org.qualityzones.delivery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final List<Duration> DELAYS = List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5));
    private static final long SEED = 20_261_122;
    private static final RandomGenerator RANDOM = new Random(SEED);
    private static final long DRAWS = 10_000;

    /** Many deliveries that fail at the same moment do not come back at the same moment. */
    @Test
    void shouldSpreadTheWaitsEvenlyFromTheDelayToItsShareOfJitterMore() {
        RetrySchedule schedule = new RetrySchedule(DELAYS, 0.1);
        RandomGenerator random = new Random(SEED);

        List<Long> waits = Stream.generate(() -> schedule.next(1, Optional.empty(), random))
                .limit(DRAWS)
                .map(wait -> wait.orElseThrow().toMillis())
                .sorted()
                .toList();

        assertThat(waits).as("seed " + SEED).allMatch(wait -> wait >= 5_000 && wait < 5_500);
        assertThat(waits.getFirst()).as("least").isLessThan(5_005);
        assertThat(waits.getLast()).as("greatest").isGreaterThanOrEqualTo(5_495);
        assertThat(waits.stream().mapToLong(Long::longValue).average().orElseThrow())
                .as("mean")
                .isCloseTo(5_250, within(5.0));
        Map<Long, Long> tenths = waits.stream().collect(groupingBy(wait -> (wait - 5_000) / 50, counting()));
        assertThat(tenths).as("waits in each tenth of the jitter").hasSize(10).allSatisfy((tenth, count) -> assertThat(
                        count)
                .isBetween(DRAWS / 10 * 9 / 10, DRAWS / 10 * 11 / 10));
    }

    @ParameterizedTest
    @CsvSource({"0, 300000, 300000", "0.5, 300000, 449999", "1, 300000, 599999"})
    void shouldReachItsShareOfTheDelayAndNoMore(double jitter, long least, long greatest) {
        RetrySchedule schedule = new RetrySchedule(DELAYS, jitter);

        assertThat(schedule.next(2, Optional.empty(), () -> 0L)).contains(Duration.ofMillis(least));
        assertThat(schedule.next(2, Optional.empty(), () -> -1L)).contains(Duration.ofMillis(greatest));
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
