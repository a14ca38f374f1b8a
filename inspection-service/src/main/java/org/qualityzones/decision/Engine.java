package org.qualityzones.decision;

import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.RuleSet;

/**
 * One version of the engine. A version is fixed once it has decided: what it made it makes again, byte for byte, for ever.
 * Whatever changes a byte is another version, and the earlier one stays runnable.
 */
public interface Engine {

    /** What the records of this engine say in {@code engine}. */
    String version();

    /** The record of the decision about a line. */
    DecisionRecord record(Facts facts, RuleSet ruleSet, DecisionContext context);
}
