package org.qualityzones.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {
    private static final BusinessDays CALENDAR =
            new BusinessDays(Set.of(LocalDate.parse("2026-10-01")), Set.of(LocalDate.parse("2026-09-27")));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 1, 2026-11-23",
        "2026-11-20, 5, 2026-11-27",
        "2026-09-26, 1, 2026-09-27",
        "2026-09-30, 1, 2026-10-02"
    })
    void shouldSkipWeekendsAndHolidaysButNotWorkedWeekends(LocalDate from, int count, LocalDate expected) {
        assertThat(CALENDAR.after(from, count)).isEqualTo(expected);
    }
}
