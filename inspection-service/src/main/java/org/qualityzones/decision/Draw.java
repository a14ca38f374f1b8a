package org.qualityzones.decision;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The draw that decided whether a lot is inspected.
 *
 * @param date day of the seed; null in an evaluation without a date
 * @param u64 16 hex digits; null when no number was needed or none was given
 * @param threshold 16 hex digits, drawn when u64 is below; null when the share is 1
 * @param share lots drawn, as a decimal such as {@code 0.30}
 * @param inheritedFrom the line whose message the number comes from; null when it is the line's own
 */
public record Draw(LocalDate date, String u64, String threshold, String share, Inherited inheritedFrom) {

    /** An earlier line of the same lot, and the day of its seed. */
    public record Inherited(UUID declarationId, int lineNo, LocalDate date) {}
}
