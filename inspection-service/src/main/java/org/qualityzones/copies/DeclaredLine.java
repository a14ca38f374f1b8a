package org.qualityzones.copies;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a declaration says of one line, as far as facts are gathered by it.
 *
 * @param purpose as in the declaration's request
 * @param selfDeclared whether a supplier's declaration of conformity came with it
 * @param reportIssuers issuers of the third parties' reports that came with it
 * @param quantity in {@code unit}, a UN/ECE Recommendation 20 code
 * @param items whole pieces where the unit does not count them; null: unknown
 * @param area GB/T 2260 code of the place of production
 */
public record DeclaredLine(
        String consignor,
        String producer,
        String destination,
        String purpose,
        boolean certificateRequested,
        boolean directReleaseRequested,
        boolean selfDeclared,
        List<String> reportIssuers,
        String hsCode,
        BigDecimal quantity,
        String unit,
        Long items,
        BigDecimal amount,
        String currency,
        String area) {}
