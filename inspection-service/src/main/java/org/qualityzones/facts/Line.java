package org.qualityzones.facts;

import java.time.LocalDate;

/**
 * What was declared of one line.
 *
 * @param hsCode 6, 8 or 10 digits, empty when not given; fewer than 10 degrade the decision
 * @param destination ISO 3166-1 alpha-2, empty when not given
 * @param evidence supplier's declaration of conformity, or the report of a third party listed on the day
 * @param psiDestination destination on the dated list of pre-shipment inspection
 * @param feeWaived a fee period in force on the day waives the statutory export inspection fee
 * @param lotSize whole pieces or pairs; null when not known (0 reads as null)
 * @param valueUsdCents null when no exchange rate of the day is known
 * @param date the declaration's day in Asia/Shanghai; null when not given
 */
public record Line(
        String hsCode,
        String destination,
        Purpose purpose,
        boolean certificateRequested,
        boolean directReleaseRequested,
        boolean evidence,
        boolean psiDestination,
        boolean feeWaived,
        Long lotSize,
        Long valueUsdCents,
        LocalDate date) {

    public static final Line DEFAULT =
            new Line("", "", Purpose.GENERAL_TRADE, false, false, false, false, false, null, 0L, null);

    public Line {
        hsCode = hsCode == null ? "" : hsCode;
        destination = destination == null ? "" : destination;
        lotSize = lotSize == null || lotSize == 0 ? null : lotSize;
    }

    /** Why the goods leave. */
    public enum Purpose {
        GENERAL_TRADE,
        PROCESSING_TRADE,
        AID,
        OVERSEAS_PROJECT,
        EXHIBITION,
        REPAIR_REEXPORT,
        OTHER
    }
}
