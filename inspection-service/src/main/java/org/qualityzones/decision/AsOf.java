package org.qualityzones.decision;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Versions of the owners' facts that were read.
 *
 * @param producer null when unknown
 * @param consignor null when unknown
 * @param zones version by {@code zone} and by {@code zone/uscc}
 * @param warnings version by id
 */
public record AsOf(Long producer, Long consignor, SortedMap<String, Long> zones, SortedMap<String, Long> warnings) {

    public static final AsOf NOTHING = new AsOf(null, null, new TreeMap<>(), new TreeMap<>());

    public AsOf(Long producer, Long consignor, Map<String, Long> zones, Map<String, Long> warnings) {
        this(producer, consignor, new TreeMap<>(zones), new TreeMap<>(warnings));
    }
}
