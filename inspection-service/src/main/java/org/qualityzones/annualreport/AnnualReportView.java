package org.qualityzones.annualreport;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.codes.Money;

/**
 * A year's exempt trade as reported.
 *
 * @param dueOn last day for the report, 31 January of the next year
 * @param late whether it came later
 */
@Schema(name = "AnnualReport")
record AnnualReportView(
        int year,
        long lots,
        Money value,
        long complaints,
        String remarks,
        LocalDate dueOn,
        boolean late,
        Instant filedAt) {}
