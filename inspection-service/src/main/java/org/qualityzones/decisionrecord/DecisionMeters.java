package org.qualityzones.decisionrecord;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.HashSet;
import java.util.Set;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.Reason;

/**
 * Counts committed decisions by outcome and basis, the rules that were binding in them by rule and outcome, and overrides by
 * the rule that the overridden outcome came from: over {@code qz.decision.rules} of that rule, its override rate. Rules are
 * those of published rule sets; their number is bounded all the same: the ones above it count as {@code other}.
 */
@ApplicationScoped
class DecisionMeters {

    static final int MOST_RULES = 200;
    static final String OTHER = "other";

    private final MeterRegistry meters;
    private final Set<String> rules = new HashSet<>();

    DecisionMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) DecisionMade made) {
        made.decisions().forEach(this::count);
    }

    private void count(Decision decision) {
        String outcome = decision.outcome().name();
        meters.counter(
                        "qz.decisions",
                        "outcome",
                        outcome,
                        "basis",
                        decision.basis().name())
                .increment();
        decision.reasons().stream()
                .filter(Reason::binding)
                .map(reason -> label(reason.rule()))
                .distinct()
                .forEach(rule -> meters.counter("qz.decision.rules", "rule", rule, "outcome", outcome)
                        .increment());
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) DecisionOverridden overridden) {
        meters.counter(
                        "qz.decision.overridden",
                        "rule",
                        label(overridden.rule()),
                        "direction",
                        overridden.isLaxer() ? "laxer" : "stricter")
                .increment();
    }

    private synchronized String label(String rule) {
        if (rules.size() < MOST_RULES) {
            rules.add(rule);
        }
        return rules.contains(rule) ? rule : OTHER;
    }
}
