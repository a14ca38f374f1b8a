package org.qualityzones.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void shouldSkipWeekends() {
        BusinessDays days = days(Set.of(), Set.of());

        assertThat(days.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(days.after(FRIDAY, 5)).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(days.after(FRIDAY, 6)).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void shouldSkipHolidaysAndCountTheWeekendDaysWorkedInExchange() {
        BusinessDays days = days(Set.of(LocalDate.of(2026, 11, 23)), Set.of(LocalDate.of(2026, 11, 21)));

        assertThat(days.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(days.after(FRIDAY, 2)).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    private static BusinessDays days(Set<LocalDate> holidays, Set<LocalDate> workdays) {
        return new BusinessDays(new Calendar(Optional.of(holidays), Optional.of(workdays)));
    }

    private record Calendar(Optional<Set<LocalDate>> holidays, Optional<Set<LocalDate>> workdays)
            implements CalendarConfig {}
}
