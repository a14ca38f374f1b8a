package org.qualityzones.technicalmeasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-06-01, , , , OPEN_FOR_COMMENT",
        "2026-06-01, 2026-06-01, , , OPEN_FOR_COMMENT",
        "2026-06-02, 2026-06-01, , , COMMENT_CLOSED",
        "2026-06-02, 2026-06-01, 2026-06-03, , COMMENT_CLOSED",
        "2026-06-03, 2026-06-01, 2026-06-03, , ADOPTED",
        "2026-06-03, , 2016-04-25, , ADOPTED",
        "2026-06-03, 2026-12-01, , 2026-06-03, IN_FORCE",
        "2026-06-02, 2026-12-01, 2026-06-01, 2026-06-03, ADOPTED"
    })
    void shouldTellHowFarAMeasureIs(
            LocalDate day, LocalDate commentUntil, LocalDate adoption, LocalDate inForce, MeasureStatus status) {
        LocalDate notified = LocalDate.parse("2026-05-01");

        assertThat(new MeasureDates(notified, commentUntil, adoption, inForce, null).on(day))
                .isEqualTo(status);
        assertThat(new MeasureDates(notified, commentUntil, adoption, inForce, day).on(day))
                .isEqualTo(MeasureStatus.WITHDRAWN);
    }
}
