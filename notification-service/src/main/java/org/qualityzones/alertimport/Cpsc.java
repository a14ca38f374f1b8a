package org.qualityzones.alertimport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qualityzones.alert.AlertBody;
import org.qualityzones.alert.AlertFlag;
import org.qualityzones.alert.AlertSource;
import org.qualityzones.alert.NewAlert;
import org.qualityzones.contracts.AlertState;
import org.qualityzones.web.Problems;

/** Recalls of the US Consumer Product Safety Commission. It tells no risk level; brands stand in its free text only. */
final class Cpsc implements TableFormat {

    /** Words of the hazard and the risk they tell of. */
    private static final Map<String, String> HAZARDS = Map.ofEntries(
            Map.entry("chok", "CHOKING"),
            Map.entry("fire", "FIRE"),
            Map.entry("flammab", "FIRE"),
            Map.entry("burn", "BURNS"),
            Map.entry("shock", "ELECTRIC_SHOCK"),
            Map.entry("electrocut", "ELECTRIC_SHOCK"),
            Map.entry("strangul", "STRANGULATION"),
            Map.entry("suffocat", "SUFFOCATION"),
            Map.entry("lacerat", "CUTS"),
            Map.entry("poison", "CHEMICAL"),
            Map.entry("lead ", "CHEMICAL"),
            Map.entry("drown", "DROWNING"),
            Map.entry("fall", "INJURIES"),
            Map.entry("injur", "INJURIES"),
            Map.entry("entrap", "INJURIES"));

    @Override
    public Set<String> columns() {
        return Set.of(
                "Recall Number",
                "Recall Heading",
                "Name of product",
                "Hazard Description",
                "Remedy",
                "Manufacturers",
                "Manufactured In",
                "Date ISO",
                "Category slugs");
    }

    @Override
    public NewAlert alert(FileRow row) {
        String number = row.text("Recall Number");
        if (number == null) {
            throw Problems.invalid("/Recall Number", "required", "A recall has a number");
        }
        return new NewAlert(
                AlertSource.US_CPSC,
                number,
                published(row),
                Countries.origin(row.text("Manufactured In")),
                body(row),
                row.repaired() ? List.of(AlertFlag.TEXT_REPAIRED) : List.of(),
                null);
    }

    private static Instant published(FileRow row) {
        try {
            return LocalDate.parse(row.textOr("Date ISO", ""))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException _) {
            throw Problems.invalid("/Date ISO", "date", "The day is like 2024-01-31");
        }
    }

    private static AlertBody body(FileRow row) {
        String heading = row.textOr("Recall Heading", "Unknown");
        String hazard = row.textOr("Hazard Description", heading);
        return new AlertBody(
                "US",
                new AlertState.Product(
                        row.textOr("Category slugs", "Unknown"),
                        row.textOr("Name of product", heading),
                        null,
                        null,
                        List.of(),
                        null),
                manufacturer(row.text("Manufacturers")),
                null,
                new AlertState.Risk(types(hazard), "UNKNOWN", hazard),
                Words.listOf(row.text("Remedy")),
                null,
                null);
    }

    /** {@code JiuDing Tools Co. Ltd., of China} without where it is. */
    private static String manufacturer(String text) {
        return text == null ? null : text.replaceFirst(",? of [^,]+(, [^,]+)?$", "");
    }

    private static List<String> types(String hazard) {
        String words = hazard.toLowerCase(Locale.ROOT);
        List<String> types = HAZARDS.entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .toList();
        return types.isEmpty() ? List.of("UNKNOWN") : types;
    }
}
