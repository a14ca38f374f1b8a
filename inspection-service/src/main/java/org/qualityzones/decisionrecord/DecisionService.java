package org.qualityzones.decisionrecord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.qualityzones.counterfactual.CounterfactualSearch;
import org.qualityzones.counterfactual.Counterfactuals;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Roles;

/** Reads decisions and computes them again, within the caller's rows. */
@ApplicationScoped
class DecisionService {

    private final Decisions decisions;
    private final VisibleDecisions visible;
    private final DecisionViews views;

    DecisionService(Decisions decisions, VisibleDecisions visible, DecisionViews views) {
        this.decisions = decisions;
        this.visible = visible;
        this.views = views;
    }

    @Transactional
    ObjectNode view(UUID id, Caller caller) {
        DecisionRow row = visible.row(id, caller);
        return DecisionView.of(
                row, views.ruleSet(row), decisions.successorOf(id).orElse(null));
    }

    @Transactional
    byte[] record(UUID id, Caller caller) {
        return visible.row(id, caller).record();
    }

    @Transactional
    byte[] facts(UUID id, Caller caller) {
        return withFacts(id, caller).facts();
    }

    /** Searched outside of any transaction. @param wanted null: any laxer one */
    Counterfactuals counterfactuals(UUID id, Outcome wanted, Caller caller) {
        DecisionRow row = QuarkusTransaction.requiringNew().call(() -> withFacts(id, caller));
        FactsReader.Reading facts = FactsReader.stored(row.facts());
        if (facts.facts() == null) {
            throw Unreadable.stored("facts");
        }
        return CounterfactualSearch.of(facts.facts(), views.ruleSet(row), wanted);
    }

    /** A decision whose facts the caller may learn: a party does where they are of no other one. */
    private DecisionRow withFacts(UUID id, Caller caller) {
        DecisionRow row = visible.row(id, caller);
        if (caller.isAny(Roles.ENTERPRISE, Roles.FILING_AGENT) && !decisions.isOfOneParty(row)) {
            throw Problem.of(CommonProblem.FORBIDDEN, "The facts are also those of another enterprise");
        }
        return row;
    }
}
