package org.qualityzones.contracts;

import java.time.LocalDate;

/**
 * The holder reported on a year's exempt trade.
 *
 * @param dueOn last day for that report, 31 January
 * @param late whether it came later
 */
public record AnnualReportFiled(int year, LocalDate dueOn, boolean late) {}
