package org.qualityzones.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qualityzones.web.calendar.BusinessDays;

class DueDatesTest {

    private record Config(int concludeWithin, int investigators) implements InvestigationConfig {}

    @Test
    void shouldCountFromTheDayAfterInShanghaiAndLeaveWeekendsOut() {
        DueDates days = new DueDates(new BusinessDays(Set.of(), Set.of()), new Config(1, 2));

        assertThat(days.ofOpening(Instant.parse("2026-11-20T15:59:59Z"))).isEqualTo("2026-11-23");
        assertThat(days.ofOpening(Instant.parse("2026-11-20T16:00:00Z"))).isEqualTo("2026-11-23");
        assertThat(days.ofOpening(Instant.parse("2026-11-23T16:00:00Z"))).isEqualTo("2026-11-25");
    }

    @Test
    void shouldFollowTheCalendar() {
        BusinessDays calendar =
                new BusinessDays(Set.of(LocalDate.parse("2026-11-23")), Set.of(LocalDate.parse("2026-11-22")));

        assertThat(new DueDates(calendar, new Config(2, 2)).ofOpening(Instant.parse("2026-11-20T08:00:00Z")))
                .isEqualTo("2026-11-24");
    }
}
