package org.qualityzones.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {

    private static final BusinessDays CALENDAR = new BusinessDays(
            Set.of(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-12-14")),
            Set.of(LocalDate.parse("2026-09-27"), LocalDate.parse("2026-12-12")));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 0, 2026-11-20",
        "2026-11-20, 1, 2026-11-23",
        "2026-11-20, 5, 2026-11-27",
        "2026-11-20, 6, 2026-11-30",
        "2026-11-21, 1, 2026-11-23",
        "2026-09-26, 1, 2026-09-27",
        "2026-09-30, 1, 2026-10-02",
        "2026-12-11, 1, 2026-12-12",
        "2026-12-11, 2, 2026-12-15"
    })
    void shouldSkipWeekendsAndHolidaysButNotWorkedWeekends(LocalDate begin, int days, LocalDate expected) {
        assertThat(CALENDAR.after(begin, days)).isEqualTo(expected);
    }
}
