package org.qualityzones.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShapeTest {

    private static final double SECOND = 1e9;

    private final Shape shape = Shape.of(new double[][] {{10, 1}, {10, 3}, {20, 0}}, 10, 2);

    @Test
    void theAreaBelowTheRatesIsTheNumberOfRequests() {
        assertThat(shape.length()).isEqualTo(Duration.ofSeconds(20));
        assertThat(shape.requests()).isEqualTo(50 + 100 + 150);
        assertThat(shape.peak()).isEqualTo(30);
        assertThat(shape.end(1)).isEqualTo(10);
    }

    @Test
    void aSteadyStageSpacesRequestsEvenly() {
        assertThat(shape.dueNanos(0)).isZero();
        assertThat(shape.dueNanos(25)).isEqualTo((long) (2.5 * SECOND));
    }

    @Test
    void aRiseAndAFallFollowTheirLine() {
        assertThat((double) shape.dueNanos(50)).isCloseTo(5 * SECOND, within(1000.0));
        // a rise from 10 to 30 a second within 5 s: 37.5 of its 100 fall due in the first half
        assertThat((double) shape.dueNanos(50 + 37)).isBetween(7.4 * SECOND, 7.5 * SECOND);
        // a fall from 30 to 0 within 10 s: 112.5 of its 150 fall due in the first half
        assertThat((double) shape.dueNanos(150 + 112)).isBetween(14.9 * SECOND, 15 * SECOND);
    }

    @Test
    void calmIsWhenAFallHasPassedTheRate() {
        assertThat(shape.calm(1, 30)).isEqualTo(10);
        assertThat(shape.calm(1, 40)).isEqualTo(10);
        assertThat(shape.calm(1, 15)).isEqualTo(15);
    }

    @Test
    void laterRequestsAreNotDueEarlier() {
        long before = 0;
        for (long i = 0; i < shape.requests(); i++) {
            assertThat(shape.dueNanos(i)).isBetween(before, shape.length().toNanos());
            before = shape.dueNanos(i);
        }
    }
}
