package org.qualityzones.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * One row of the catalogue of entry-exit commodities subject to inspection and quarantine (法检目录), as it stood from a
 * day on. A code is under statutory export inspection when its conditions contain {@code B} (export supervision) and its
 * categories contain {@code N} (export commodity inspection).
 *
 * @param hsCode 6, 8 or 10 digits; a shorter code covers the longer ones below it that have no row of their own
 * @param conditions supervision conditions, sorted, e.g. {@code A}, {@code B}
 * @param categories inspection categories, sorted, e.g. {@code M}, {@code N}
 * @param productRisk {@code GENERAL}, {@code HIGHER} or {@code HIGH}; null where not graded
 * @param validFrom first day
 * @param validUntil last day, inclusive; null while open
 * @param source instrument or publication that the row was taken from
 */
public record CatalogueEntry(
        String hsCode,
        String name,
        List<String> conditions,
        List<String> categories,
        String productRisk,
        LocalDate validFrom,
        LocalDate validUntil,
        String source) {

    public CatalogueEntry {
        conditions = List.copyOf(conditions);
        categories = List.copyOf(categories);
    }

    boolean coversDay(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** Whether export commodity inspection of this row is compulsory. */
    public boolean statutoryForExport() {
        return conditions.contains("B") && categories.contains("N");
    }
}
