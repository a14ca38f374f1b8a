package org.qualityzones.inspection;

import java.util.UUID;

/**
 * The declared line whose lot is inspected.
 *
 * @param agent null where the consignor filed itself
 * @param area of production, GB/T 2260
 */
public record InspectedLine(
        UUID declarationId,
        int lineNo,
        String consignor,
        String agent,
        String producer,
        String hsCode,
        String lotNo,
        String area) {}
