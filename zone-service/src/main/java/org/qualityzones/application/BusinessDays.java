package org.qualityzones.application;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Counts business days by a calendar of holidays and worked weekends. */
record BusinessDays(Set<LocalDate> holidays, Set<LocalDate> workedWeekends) {

    /** The {@code count}-th business day after {@code day}. */
    LocalDate after(LocalDate day, int count) {
        LocalDate reached = day;
        int left = count;
        while (left > 0) {
            reached = reached.plusDays(1);
            if (isBusiness(reached)) {
                left--;
            }
        }
        return reached;
    }

    private boolean isBusiness(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workedWeekends.contains(day) : !holidays.contains(day);
    }
}
