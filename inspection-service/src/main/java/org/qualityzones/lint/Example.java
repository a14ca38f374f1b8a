package org.qualityzones.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.TraceEntry;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.Outcome;

/**
 * An input that shows a finding, and what this rule set decides about it.
 *
 * @param facts as an evaluation takes them; what is not said has its default
 * @param matchedRules ids of the rules that matched, in order
 */
public record Example(ObjectNode facts, Outcome outcome, Mode mode, List<String> matchedRules) {

    static Example of(ObjectNode facts, Decision decision) {
        return new Example(
                facts,
                decision.outcome(),
                decision.mode(),
                decision.trace().stream()
                        .filter(entry -> entry.matched() && !entry.isDefinition())
                        .map(TraceEntry::rule)
                        .filter(rule -> !rule.startsWith("step:"))
                        .toList());
    }
}
