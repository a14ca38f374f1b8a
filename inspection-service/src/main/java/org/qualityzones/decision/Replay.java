package org.qualityzones.decision;

import java.util.List;

/**
 * A decision computed again from what was stored.
 *
 * @param identical whether the record came out byte for byte
 * @param digest digest of the record as recomputed; null when the stored facts or record cannot be read
 * @param differences JSON Pointers into the record with both values, the first ones; empty when identical
 */
public record Replay(boolean identical, String digest, List<Difference> differences) {

    /**
     * @param pointer RFC 6901, empty for the whole document
     * @param stored JSON text, or a code such as {@code unreadable}
     * @param recomputed JSON text; null when it could not be computed
     */
    public record Difference(String pointer, String stored, String recomputed) {}
}
