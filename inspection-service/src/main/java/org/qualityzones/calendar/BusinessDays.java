package org.qualityzones.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Counts business days: weekdays, without the holidays and with the exchanged weekend days of the configured calendar. */
@ApplicationScoped
public class BusinessDays {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workdays;

    BusinessDays(CalendarConfig config) {
        this.holidays = Set.copyOf(config.holidays().orElse(Set.of()));
        this.workdays = Set.copyOf(config.workdays().orElse(Set.of()));
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
