package org.qualityzones.decisionrecord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.Reason;
import org.qualityzones.ruleset.Outcome;

/**
 * A decision in force, as far as deciding again asks for it.
 *
 * @param missingFacts names of facts that were missing
 * @param liftedBy codes of what would lift its holds; empty unless the outcome is {@code HOLD}
 * @param overridden whether two persons decided it instead of the rules
 */
public record Earlier(Outcome outcome, Set<String> missingFacts, Set<String> liftedBy, boolean overridden) {

    static Earlier of(DecisionRow row) {
        JsonNode record = DecisionView.readable(row.record());
        Set<String> missing = new TreeSet<>();
        record.path("missingFacts").forEach(name -> missing.add(name.asText()));
        Set<String> liftedBy = new TreeSet<>();
        record.path("reasons").forEach(reason -> {
            if (reason.path("liftedBy").isTextual()) {
                liftedBy.add(reason.path("liftedBy").textValue());
            }
        });
        return new Earlier(row.outcome(), missing, liftedBy, row.cause() == DecisionContext.Cause.OVERRIDE);
    }

    /** Whether a fact that was missing is there now. */
    public boolean hasArrived(Decision next) {
        return !next.missingFacts().containsAll(missingFacts);
    }

    /** Whether one of its holds is over. */
    public boolean hasEnded(Decision next) {
        return outcome == Outcome.HOLD && !liftedBy(next).containsAll(liftedBy);
    }

    /** Codes of what would lift the holds of a decision. */
    public static Set<String> liftedBy(Decision decision) {
        Set<String> codes = new TreeSet<>();
        decision.reasons().stream()
                .map(Reason::liftedBy)
                .filter(code -> code != null)
                .forEach(codes::add);
        return codes;
    }
}
