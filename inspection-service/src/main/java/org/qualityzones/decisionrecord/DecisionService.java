package org.qualityzones.decisionrecord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.decision.Replay;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.scope.Visibility;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Reads decisions and computes them again, within the caller's rows. */
@ApplicationScoped
class DecisionService {

    private final Decisions decisions;
    private final Visibility visibility;
    private final RuleBook rules;

    DecisionService(Decisions decisions, Visibility visibility, RuleBook rules) {
        this.decisions = decisions;
        this.visibility = visibility;
        this.rules = rules;
    }

    @Transactional
    ObjectNode view(UUID id, Caller caller) {
        DecisionRow row = visible(id, caller);
        return DecisionView.of(
                row,
                rules.required(row.ruleSetVersion()),
                decisions.successorOf(id).orElse(null));
    }

    @Transactional
    byte[] record(UUID id, Caller caller) {
        return visible(id, caller).record();
    }

    @Transactional
    byte[] facts(UUID id, Caller caller) {
        return visible(id, caller).facts();
    }

    @Transactional
    Replay replay(UUID id, Caller caller) {
        DecisionRow row = visible(id, caller);
        return DecisionEngine.replay(row.facts(), row.record(), row.digest(), rules.required(row.ruleSetVersion()));
    }

    /** A producer that is neither consignor nor agent sees the decisions of its own lines only. */
    private DecisionRow visible(UUID id, Caller caller) {
        DecisionRow row = decisions.findByIdOptional(id).orElseThrow(() -> Problems.notFound("decision", id));
        boolean visible = visibility.sees(caller, row.declarationId())
                && (!caller.is(Roles.ENTERPRISE) || decisions.isOfLineOf(row, caller.usccs()));
        if (!visible) {
            throw Problems.notFound("decision", id);
        }
        return row;
    }
}
