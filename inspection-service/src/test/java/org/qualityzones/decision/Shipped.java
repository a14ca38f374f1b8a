package org.qualityzones.decision;

import java.time.LocalDate;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.RuleSet;

/** The shipped rule set, read once, and decisions by it. */
final class Shipped {

    static final RuleSet RULES = RuleSet.shipped("2026.1");
    static final DecisionContext CONTEXT = DecisionContext.hypothetical(LocalDate.of(2026, 11, 21));

    private Shipped() {}

    static Decision decide(Facts facts) {
        return DecisionEngine.decide(facts, RULES, CONTEXT);
    }
}
