package org.qualityzones.web.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Counts business days: weekdays, without the holidays and with the exchanged weekend days of the configured calendar. */
@ApplicationScoped
public class BusinessDays {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workdays;

    @Inject
    BusinessDays(CalendarConfig config) {
        this(config.holidays().orElse(Set.of()), config.workdays().orElse(Set.of()));
    }

    /**
     * @param holidays days that are not worked although they are no weekend
     * @param workdays Saturdays and Sundays that are worked
     */
    public BusinessDays(Set<LocalDate> holidays, Set<LocalDate> workdays) {
        this.holidays = Set.copyOf(holidays);
        this.workdays = Set.copyOf(workdays);
    }

    /** The business day that ends a term of so many business days; the day it begins on does not count. */
    public LocalDate after(LocalDate begin, int businessDays) {
        LocalDate day = begin;
        for (int counted = 0; counted < businessDays; ) {
            day = day.plusDays(1);
            counted += isWorked(day) ? 1 : 0;
        }
        return day;
    }

    boolean isWorked(LocalDate day) {
        return workdays.contains(day) || !WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
