package org.qualityzones.decisionrecord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.decision.Replay;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.web.Caller;

/** Reads decisions and computes them again, within the caller's rows. */
@ApplicationScoped
class DecisionService {

    private final Decisions decisions;
    private final VisibleDecisions visible;
    private final RuleBook rules;

    DecisionService(Decisions decisions, VisibleDecisions visible, RuleBook rules) {
        this.decisions = decisions;
        this.visible = visible;
        this.rules = rules;
    }

    @Transactional
    ObjectNode view(UUID id, Caller caller) {
        DecisionRow row = visible.row(id, caller);
        return DecisionView.of(
                row,
                rules.required(row.ruleSetVersion()),
                decisions.successorOf(id).orElse(null));
    }

    @Transactional
    byte[] record(UUID id, Caller caller) {
        return visible.row(id, caller).record();
    }

    @Transactional
    byte[] facts(UUID id, Caller caller) {
        return visible.row(id, caller).facts();
    }

    @Transactional
    Replay replay(UUID id, Caller caller) {
        DecisionRow row = visible.row(id, caller);
        return DecisionEngine.replay(row.facts(), row.record(), row.digest(), rules.required(row.ruleSetVersion()));
    }
}
