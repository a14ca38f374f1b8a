package org.qualityzones.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DueDatesTest {

    private record Config(int concludeWithin, Optional<Set<LocalDate>> holidays, Optional<Set<LocalDate>> workdays)
            implements InvestigationConfig {

        @Override
        public int investigators() {
            return 2;
        }
    }

    @Test
    void shouldCountFromTheDayAfterInShanghaiAndLeaveWeekendsOut() {
        DueDates days = new DueDates(new Config(1, Optional.empty(), Optional.empty()));

        assertThat(days.ofOpening(Instant.parse("2026-11-20T15:59:59Z"))).isEqualTo("2026-11-23");
        assertThat(days.ofOpening(Instant.parse("2026-11-20T16:00:00Z"))).isEqualTo("2026-11-23");
        assertThat(days.ofOpening(Instant.parse("2026-11-23T16:00:00Z"))).isEqualTo("2026-11-25");
    }

    @Test
    void shouldFollowHolidaysAndWorkedWeekends() {
        DueDates days = new DueDates(new Config(
                2,
                Optional.of(Set.of(LocalDate.parse("2026-11-23"))),
                Optional.of(Set.of(LocalDate.parse("2026-11-22")))));

        assertThat(days.ofOpening(Instant.parse("2026-11-20T08:00:00Z"))).isEqualTo("2026-11-24");
    }
}
