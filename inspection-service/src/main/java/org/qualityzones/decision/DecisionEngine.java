package org.qualityzones.decision;

import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.RuleSet;

/** Decides. Pure and total: no clock, no database, no random source; the same inputs give the same bytes everywhere. */
public final class DecisionEngine {

    /** Version of the engine and of the record's schema. */
    public static final String VERSION = "1";

    private DecisionEngine() {}

    /** The decision about a line; a draw that decides and is missing counts as drawn and is a missing fact. */
    public static Decision decide(Facts facts, RuleSet ruleSet, DecisionContext context) {
        throw new UnsupportedOperationException("under construction");
    }

    /** As {@link #decide}, but a draw that decides and is missing gives both answers. */
    public static Evaluation evaluate(Facts facts, RuleSet ruleSet, DecisionContext context) {
        throw new UnsupportedOperationException("under construction");
    }

    /** Computes a stored decision again. Never throws for what the store holds: what cannot be read is a difference. */
    public static Replay replay(byte[] storedFacts, byte[] storedRecord, String storedDigest, RuleSet ruleSet) {
        throw new UnsupportedOperationException("under construction");
    }
}
