package org.qualityzones.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One version of the whole catalogue in memory; immutable. Of several rows of a code the latest begun one counts. */
public final class CatalogueSnapshot {

    private static final int FULL_LENGTH = 10;

    private final long version;
    private final NavigableMap<String, List<CatalogueEntry>> byCode;

    private CatalogueSnapshot(long version, NavigableMap<String, List<CatalogueEntry>> byCode) {
        this.version = version;
        this.byCode = byCode;
    }

    static CatalogueSnapshot of(long version, Collection<CatalogueEntry> entries) {
        NavigableMap<String, List<CatalogueEntry>> byCode = new TreeMap<>();
        entries.stream()
                .sorted(Comparator.comparing(CatalogueEntry::validFrom).reversed())
                .forEach(entry -> byCode.merge(entry.hsCode(), List.of(entry), CatalogueSnapshot::joined));
        return new CatalogueSnapshot(version, byCode);
    }

    /** Number of the import that made this version; 0 before the first. */
    public long version() {
        return version;
    }

    /**
     * The row that governs a code on a day. A full code takes its own row (once it has one, even if that one has ended) or
     * that of the longest shorter code above it; a shorter code takes its first statutory row in code order, else its first row.
     */
    public Optional<CatalogueEntry> find(String hsCode, LocalDate day) {
        return hsCode.length() == FULL_LENGTH ? findFull(hsCode, day) : findShort(hsCode, day);
    }

    private Optional<CatalogueEntry> findFull(String hsCode, LocalDate day) {
        for (int length = FULL_LENGTH; length >= 6; length -= 2) {
            Optional<CatalogueEntry> begun = latestBegun(byCode.get(hsCode.substring(0, length)), day);
            if (begun.isPresent()) {
                return begun.filter(entry -> entry.coversDay(day));
            }
        }
        return Optional.empty();
    }

    private Optional<CatalogueEntry> findShort(String hsCode, LocalDate day) {
        List<CatalogueEntry> below = below(hsCode).values().stream()
                .flatMap(entries -> latestBegun(entries, day).stream())
                .filter(entry -> entry.coversDay(day))
                .toList();
        return below.stream()
                .filter(CatalogueEntry::statutoryForExport)
                .findFirst()
                .or(() -> below.stream().findFirst());
    }

    /** Whether any row, of any day, names this code, one above it or one below it. */
    public boolean knows(String hsCode) {
        for (int length = hsCode.length(); length >= 6; length -= 2) {
            if (byCode.containsKey(hsCode.substring(0, length))) {
                return true;
            }
        }
        return !below(hsCode).isEmpty();
    }

    private Map<String, List<CatalogueEntry>> below(String prefix) {
        return byCode.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
    }

    private static Optional<CatalogueEntry> latestBegun(List<CatalogueEntry> latestFirst, LocalDate day) {
        return latestFirst == null
                ? Optional.empty()
                : latestFirst.stream()
                        .filter(entry -> !day.isBefore(entry.validFrom()))
                        .findFirst();
    }

    private static List<CatalogueEntry> joined(List<CatalogueEntry> one, List<CatalogueEntry> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
