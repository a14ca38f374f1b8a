package org.qualityzones.credit;

import java.time.LocalDate;
import org.qualityzones.enterprise.CreditLevel;

/**
 * What a credit record says.
 *
 * @param severity null for a rating
 * @param level the rating, or the best level that a penalty or incident leaves
 * @param countsUntil last day on which it counts, null where open
 * @param cause result that it follows from, null where a person recorded it
 */
record CreditEntry(
        CreditKind kind,
        CreditCategory category,
        Severity severity,
        CreditLevel level,
        LocalDate occurredOn,
        LocalDate countsUntil,
        String reason,
        String instrument,
        String cause) {}
