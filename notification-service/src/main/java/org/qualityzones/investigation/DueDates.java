package org.qualityzones.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/** The last day for a conclusion, in business days of Asia/Shanghai. */
@ApplicationScoped
class DueDates {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workdays;
    private final int term;

    DueDates(InvestigationConfig config) {
        this.holidays = Set.copyOf(config.holidays().orElse(Set.of()));
        this.workdays = Set.copyOf(config.workdays().orElse(Set.of()));
        this.term = config.concludeWithin();
    }

    /** The day of the opening does not count. */
    LocalDate ofOpening(Instant openedAt) {
        LocalDate day = today(openedAt);
        for (int counted = 0; counted < term; ) {
            day = day.plusDays(1);
            counted += isWorked(day) ? 1 : 0;
        }
        return day;
    }

    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, SHANGHAI);
    }

    private boolean isWorked(LocalDate day) {
        return workdays.contains(day) || (!WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day));
    }
}
