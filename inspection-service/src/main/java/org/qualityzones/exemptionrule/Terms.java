package org.qualityzones.exemptionrule;

import java.time.LocalDate;

/** The periods of the Measures on exemption (进出口商品免验办法). */
public final class Terms {

    private static final int YEARS_VALID = 3;
    private static final int YEARS_BARRED = 3;
    private static final int MONTHS_OF_RENEWAL = 3;
    private static final int LEAST_MONTHS_OF_RECTIFICATION = 3;
    private static final int MOST_MONTHS_OF_RECTIFICATION = 6;

    private Terms() {}

    /** Last day of a certificate that holds from a day: three years. */
    public static LocalDate lastDay(LocalDate from) {
        return from.plusYears(YEARS_VALID).minusDays(1);
    }

    /** First day on which renewal may be applied for: three months before the last day. */
    public static LocalDate renewalFrom(LocalDate validUntil) {
        return validUntil.minusMonths(MONTHS_OF_RENEWAL);
    }

    /** First day on which a holder cancelled on a day may apply again: three years later. */
    public static LocalDate endOfBar(LocalDate revokedOn) {
        return revokedOn.plusYears(YEARS_BARRED);
    }

    public static LocalDate shortestRectification(LocalDate today) {
        return today.plusMonths(LEAST_MONTHS_OF_RECTIFICATION);
    }

    public static LocalDate longestRectification(LocalDate today) {
        return today.plusMonths(MOST_MONTHS_OF_RECTIFICATION);
    }

    /** Last day to report on the exempt trade of a year: 31 January of the next. */
    public static LocalDate reportDue(int year) {
        return LocalDate.of(year + 1, 1, 31);
    }
}
