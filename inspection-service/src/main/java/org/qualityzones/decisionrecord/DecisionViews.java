package org.qualityzones.decisionrecord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionRecord;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.ruleset.RuleSet;

/** Decisions as they are shown inside the lines of a declaration. */
@ApplicationScoped
public class DecisionViews {

    private final Decisions decisions;
    private final RuleBook rules;

    DecisionViews(Decisions decisions, RuleBook rules) {
        this.decisions = decisions;
        this.rules = rules;
    }

    /** The views of decisions in force, by id. */
    public Map<UUID, JsonNode> inForce(Collection<UUID> ids) {
        Map<UUID, JsonNode> views = new HashMap<>();
        decisions.withIds(ids).forEach(row -> views.put(row.id(), DecisionView.of(row, ruleSet(row), null)));
        return views;
    }

    /** Decisions in force with outcome, mode and basis only, for lists. */
    public Map<UUID, Brief> briefs(Collection<UUID> ids) {
        Map<UUID, Brief> briefs = new HashMap<>();
        decisions
                .withIds(ids)
                .forEach(row ->
                        briefs.put(row.id(), new Brief(row.id(), row.storedOutcome(), row.storedMode(), row.digest())));
        return briefs;
    }

    /** The rule set that a stored decision names. @throws org.qualityzones.web.Problem 422 when it is not known */
    RuleSet ruleSet(DecisionRow row) {
        return rules.find(row.ruleSetVersion()).orElseThrow(() -> Unreadable.ruleSet(row.ruleSetVersion()));
    }

    /** The view of a decision that nobody asked to keep. */
    public static ObjectNode hypothetical(Decision decision) {
        DecisionRecord made = decision.record();
        return DecisionView.of(made.bytes(), made.digest(), decision.ruleSet());
    }

    /** A decision in a list; the whole is at {@code /decisions/{id}}. */
    public record Brief(UUID id, String outcome, String mode, String digest) {}
}
