package org.qualityzones.lint;

import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.RuleSet;

/** Decides the examples of a report once more, from their documents, as whoever reads the report would. */
final class Proof {

    private Proof() {}

    /** @throws IllegalStateException when an example is not decided as its finding says */
    static void require(RuleSet ruleSet, Finding finding) {
        FactsReader.Reading reading = FactsReader.given(finding.example().facts(), Facts.DEFAULT);
        if (reading.facts() == null) {
            throw new IllegalStateException("The example of " + finding + " cannot be read: " + reading.errors());
        }
        Decision decision = DecisionEngine.decide(reading.facts(), ruleSet, DecisionContext.hypothetical(null));
        if (!Example.of(finding.example().facts(), decision).equals(finding.example())) {
            throw new IllegalStateException("The example of " + finding + " is decided otherwise");
        }
    }
}
