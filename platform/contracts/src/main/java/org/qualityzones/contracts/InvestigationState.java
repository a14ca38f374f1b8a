package org.qualityzones.contracts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The investigation of an alert or a return at one enterprise. Key: {@code id}.
 *
 * @param areaCode area of the office that investigates, GB/T 2260
 * @param status {@code OPEN}, {@code ASSIGNED}, {@code CONCLUDED} or {@code CLOSED}
 * @param dueOn last day for the conclusion
 * @param attribution {@code FOREIGN_REGULATION_SURVEILLANCE_OR_DESIGN}, {@code CAPABILITY} or {@code MALICIOUS}; null
 *     until concluded
 * @param causeCode of the cause taxonomy for returned goods; null until concluded
 */
public record InvestigationState(
        String id,
        String alertId,
        String uscc,
        String areaCode,
        String status,
        Instant openedAt,
        LocalDate dueOn,
        String attribution,
        String causeCode,
        long version) {}
