package org.qualityzones.impact;

import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.RuleSet;

/**
 * What another rule set makes of the facts of a decision, the draw among them.
 *
 * @param before what was decided
 * @param after what the other rule set decides
 */
public record Prediction(Outcome before, Outcome after) {

    public static Prediction of(Facts facts, Outcome before, RuleSet ruleSet) {
        DecisionContext context = DecisionContext.hypothetical(facts.line().date());
        return new Prediction(
                before, DecisionEngine.decide(facts, ruleSet, context).outcome());
    }

    public boolean changes() {
        return before != after;
    }

    public boolean isStricter() {
        return after.compareTo(before) > 0;
    }

    /** {@code BEFORE→AFTER}. */
    public String move() {
        return before + "→" + after;
    }
}
