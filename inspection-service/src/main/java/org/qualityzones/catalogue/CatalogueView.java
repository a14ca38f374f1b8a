package org.qualityzones.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * What the catalogue says of a code on a day.
 *
 * @param inCatalogue whether a row is in force on the day
 * @param statutory whether export commodity inspection is compulsory: condition B and category N
 * @param governedBy code of the row that decides, which may be shorter than the one asked for; null when none
 * @param productRisk what decisions use: the row's grade, {@code HIGHER} where there is none
 */
record CatalogueView(
        String hsCode,
        LocalDate day,
        boolean inCatalogue,
        boolean statutory,
        String governedBy,
        String name,
        List<String> supervisionConditions,
        List<String> inspectionCategories,
        String productRisk,
        LocalDate validFrom,
        LocalDate validUntil,
        String source,
        long version) {

    static CatalogueView of(String hsCode, LocalDate day, CatalogueSnapshot catalogue) {
        return catalogue
                .find(hsCode, day)
                .map(entry -> new CatalogueView(
                        hsCode,
                        day,
                        true,
                        entry.statutoryForExport(),
                        entry.hsCode(),
                        entry.name(),
                        entry.conditions(),
                        entry.categories(),
                        entry.productRisk() == null ? "HIGHER" : entry.productRisk(),
                        entry.validFrom(),
                        entry.validUntil(),
                        entry.source(),
                        catalogue.version()))
                .orElse(new CatalogueView(
                        hsCode,
                        day,
                        false,
                        false,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        "HIGHER",
                        null,
                        null,
                        null,
                        catalogue.version()));
    }
}
