package org.qualityzones.system.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Figures.of(9, 1, 5).median()).isEqualTo(5);
        assertThat(Figures.of(9, 1, 5, 4).median()).isEqualTo(4.5);
        assertThat(Figures.of(3).median()).isEqualTo(3);
    }

    @Test
    void theRangeIsThatOfAllRepeats() {
        Figures figures = Figures.of(3, 10, -2, 4);

        assertThat(figures.min()).isEqualTo(-2);
        assertThat(figures.max()).isEqualTo(10);
    }

    @Test
    void aRatioIsTakenPairByPairAndNotOfTheMedians() {
        Figures ratios = Figures.of(10, 100, 30).over(Figures.of(20, 100, 10));

        assertThat(ratios.values()).containsExactly(0.5, 1.0, 3.0);
    }

    @Test
    void whatIsNoFigureIsRefused() {
        assertThatThrownBy(() -> new Figures(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Figures.of(1).over(Figures.of(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Figures.of(1, 2).over(Figures.of(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
