package org.qualityzones.messaging.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(Duration.ofNanos(20));

    @Test
    void shouldNotKeepBackARoundBeforeAnyCarriedSomething() {
        assertThat(pace.left(0)).isZero();
        assertThat(pace.left(Long.MAX_VALUE)).isZero();
    }

    @Test
    void shouldKeepRoundsApartFromBeginToBegin() {
        pace.carried(100);

        assertThat(pace.left(100)).isEqualTo(20);
        assertThat(pace.left(113)).isEqualTo(7);

        pace.carried(120);

        assertThat(pace.left(121)).isEqualTo(19);
    }

    @Test
    void shouldNotKeepBackWhatComesAfterAQuietTime() {
        pace.carried(100);

        assertThat(pace.left(120)).isZero();
        assertThat(pace.left(1_000)).isNegative();
    }

    @Test
    void shouldKeepRoundsApartWhereTheClockOverflows() {
        pace.carried(Long.MAX_VALUE - 5);

        assertThat(pace.left(Long.MIN_VALUE + 4)).isEqualTo(10);
    }
}
