package org.qualityzones.decision;

import java.util.List;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.sampling.SamplingPlan;

/**
 * The decision about one declared line.
 *
 * @param drawn null when no draw decided
 * @param draw null when no draw decided
 * @param samplingPlans empty when nothing is inspected, or the lot size is missing
 * @param reasons at least one, each with a citation
 * @param trace every rule looked at, in order, matched or not
 * @param missingFacts names of facts that were needed and unknown, stale or absent, sorted
 * @param facts what it rests on
 * @param ruleSet what decided
 */
public record Decision(
        Outcome outcome,
        Mode mode,
        Boolean drawn,
        Draw draw,
        List<SamplingPlan> samplingPlans,
        boolean feeWaived,
        boolean directRelease,
        List<Reason> reasons,
        List<TraceEntry> trace,
        Basis basis,
        List<String> missingFacts,
        Facts facts,
        RuleSet ruleSet,
        DecisionContext context) {

    /** Takes the place of a rule's id where two persons decided. */
    public static final String OVERRIDE = "override";

    /** Version of the engine and of the record's schema. */
    public String engine() {
        return DecisionEngine.VERSION;
    }

    /** Id of the rule that the outcome comes from, or {@value #OVERRIDE}. */
    public String decidedBy() {
        return context.overruling() != null
                ? OVERRIDE
                : reasons.stream()
                        .filter(reason -> reason.binding() && Reason.isOutcome(reason.effect(), outcome))
                        .map(Reason::rule)
                        .findFirst()
                        .orElse(reasons.getFirst().rule());
    }

    public String factsDigest() {
        return facts.digest();
    }

    /** The record: RFC 8785 bytes, language-neutral, with their digest. Made anew on each call. */
    public DecisionRecord record() {
        return DecisionRecord.of(this);
    }
}
