package org.qualityzones.decision;

import java.util.List;
import java.util.UUID;
import org.qualityzones.ruleset.Outcome;

/**
 * The outcome that two persons put in the place of the one the rules came to. The record keeps it as the last reasons of
 * the decision, one effect each, so that its form is that of every decision. No personal data: who they are is in the
 * override, which its id names.
 *
 * @param id of the override
 * @param outcome what holds instead
 * @param proposedBy role of the person who proposed it
 * @param approvedBy role of the person who approved it
 * @param reasonDigest {@code sha-256:} and the hex of the SHA-256 of the reason in UTF-8
 */
public record Overruling(UUID id, Outcome outcome, String proposedBy, String approvedBy, String reasonDigest) {

    private static final String OUTCOME = "outcome=";
    private static final String OVERRIDE = "override=";
    private static final String PROPOSED_BY = "proposedBy=";
    private static final String APPROVED_BY = "approvedBy=";
    private static final String REASON_DIGEST = "reasonDigest=";

    /** How many effects it has. */
    static final int EFFECTS = 5;

    /** What it did, as the record says it; the first effect is the outcome. */
    List<String> effects() {
        return List.of(
                OUTCOME + outcome,
                OVERRIDE + id,
                PROPOSED_BY + proposedBy,
                APPROVED_BY + approvedBy,
                REASON_DIGEST + reasonDigest);
    }

    /** Reads what {@link #effects} wrote. @throws IllegalArgumentException when it is something else */
    static Overruling of(List<String> effects) {
        if (effects.size() != EFFECTS) {
            throw new IllegalArgumentException("An override has " + EFFECTS + " effects");
        }
        return new Overruling(
                UUID.fromString(after(OVERRIDE, effects.get(1))),
                Outcome.valueOf(after(OUTCOME, effects.get(0))),
                after(PROPOSED_BY, effects.get(2)),
                after(APPROVED_BY, effects.get(3)),
                after(REASON_DIGEST, effects.get(4)));
    }

    private static String after(String name, String effect) {
        if (!effect.startsWith(name)) {
            throw new IllegalArgumentException(effect + " is not " + name);
        }
        return effect.substring(name.length());
    }
}
