package org.qualityzones.exportvalue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values that one transaction clears, kept together until {@link ExportValues#record} writes them, so that many declarations
 * cost as many statements as there are producers. Not for concurrent use, nor for longer than the transaction.
 */
public final class NewlyCleared {

    private final Map<Key, Long> all = new LinkedHashMap<>();
    private final Map<Key, Long> unrecorded = new LinkedHashMap<>();

    record Key(String producer, LocalDate day) {}

    /** In US cents. */
    public void add(String producer, LocalDate day, long usdCents) {
        Key key = new Key(producer, day);
        all.merge(key, usdCents, Long::sum);
        unrecorded.merge(key, usdCents, Long::sum);
    }

    /** Cleared here since a day, this day included, recorded or not; in US cents. */
    long since(String producer, LocalDate day) {
        return all.entrySet().stream()
                .filter(one -> one.getKey().producer().equals(producer)
                        && !one.getKey().day().isBefore(day))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many entries were not given out yet. */
    int unrecorded() {
        return unrecorded.size();
    }

    /** What was not given out yet. */
    Map<Key, Long> takeUnrecorded() {
        Map<Key, Long> taken = new LinkedHashMap<>(unrecorded);
        unrecorded.clear();
        return taken;
    }
}
