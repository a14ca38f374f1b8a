package org.qualityzones.decisionrecord;

import java.util.List;
import java.util.UUID;
import org.qualityzones.decision.Replay;

/**
 * Decisions computed again, in the order of their ids.
 *
 * @param replayed how many
 * @param identical how many of them came out byte for byte
 * @param differing the others
 * @param next what to give as {@code after} to go on; null at the end of the store
 * @param total how many there are in all, an estimate where there are more than 100,000; null unless asked from the beginning
 */
record ReplayPage(int replayed, int identical, List<Differing> differing, UUID next, Long total) {

    /** A decision that did not come out the same. @param difference the first one */
    record Differing(UUID id, Replay.Difference difference) {}
}
