package org.qualityzones.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qualityzones.guard.Citation;
import org.qualityzones.web.codes.LocalizedName;

/**
 * One version of the sheet that zones are scored by. No official sheet is public: points, pass marks and veto items are
 * settings, and say so.
 *
 * @param passMarks least total for a level, inclusive
 */
public record AssessmentSheet(
        String version,
        LocalDate validFrom,
        Map<String, BigDecimal> passMarks,
        List<AssessedSystem> systems,
        List<VetoItem> vetoItems,
        String provenance,
        List<Citation> citations) {

    /** One of the systems a zone must have, and the items that show it. */
    public record AssessedSystem(String id, LocalizedName name, BigDecimal points, List<Item> items) {}

    /** An item to be scored from zero to its points. */
    public record Item(String id, LocalizedName name, BigDecimal points) {}

    /** A finding that refuses the grade whatever the total. */
    public record VetoItem(String id, LocalizedName name) {}

    public Stream<Item> items() {
        return systems.stream().flatMap(system -> system.items().stream());
    }

    Optional<Item> item(String id) {
        return items().filter(item -> item.id().equals(id)).findFirst();
    }

    boolean hasVeto(String id) {
        return vetoItems.stream().anyMatch(veto -> veto.id().equals(id));
    }
}
