package org.qualityzones.decisionrecord;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.qualityzones.copies.FactsGatherer;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.decision.Overruling;
import org.qualityzones.draw.LotDraw;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.Ids;

/** Decides lines and keeps what was decided, within the running transaction. */
@ApplicationScoped
public class DecisionRecorder {

    private final RuleBook rules;
    private final Decisions decisions;
    private final Ids ids;
    private final Event<DecisionMade> made;

    DecisionRecorder(RuleBook rules, Decisions decisions, Ids ids, Event<DecisionMade> made) {
        this.rules = rules;
        this.decisions = decisions;
        this.ids = ids;
        this.made = made;
    }

    /**
     * What a line is decided for.
     *
     * @param cause null for a first decision
     * @param supersedes null for a first decision
     * @param overruling null when the rules decide
     */
    public record Subject(
            UUID declarationId, int lineNo, DecisionContext.Cause cause, UUID supersedes, Overruling overruling) {

        public Subject(UUID declarationId, int lineNo, DecisionContext.Cause cause, UUID supersedes) {
            this(declarationId, lineNo, cause, supersedes, null);
        }
    }

    /** A decision that was made, and its row. */
    public record Recorded(Decision decision, DecisionRow row) {

        public UUID id() {
            return decision.context().id();
        }

        /** As it is shown to who filed it. */
        public JsonNode view() {
            return DecisionView.of(row, decision.ruleSet(), null);
        }

        /** As far as events tell of it: the same fields of the same form, without reasons and trace. */
        public JsonNode brief() {
            return DecisionView.brief(decision, row.digest());
        }
    }

    /** When a line that was decided before was decided first. */
    public Instant firstDecidedAt(UUID declarationId, int lineNo) {
        return decisions.firstDecidedAt(declarationId, lineNo);
    }

    /** Decides a line of a declaration made at an instant and keeps facts and record. */
    public Recorded decide(
            Subject subject, FactsGatherer.Gathered gathered, LotDraw draw, Instant declaredAt, Instant now) {
        Recorded recorded = prepare(subject, gathered, draw, declaredAt, now);
        keep(List.of(recorded));
        return recorded;
    }

    /** The same where several lines are decided: what comes of it is to be {@linkplain #keep kept} with the others. */
    public Recorded prepare(
            Subject subject, FactsGatherer.Gathered gathered, LotDraw draw, Instant declaredAt, Instant now) {
        RuleSet ruleSet = rules.inForce(declaredAt);
        Decision decision = DecisionEngine.decide(gathered.facts(), ruleSet, context(subject, gathered, draw, now));
        return new Recorded(decision, DecisionRow.of(decision));
    }

    /** Keeps facts and records of decisions that were prepared. */
    public void keep(List<Recorded> recorded) {
        decisions.insert(recorded.stream().map(Recorded::row).toList());
        made.fire(new DecisionMade(recorded.stream().map(Recorded::decision).toList()));
    }

    /** What a line would be decided; nothing is kept. */
    public Decision preview(FactsGatherer.Gathered gathered, LotDraw draw, Instant declaredAt) {
        return DecisionEngine.decide(
                gathered.facts(), rules.inForce(declaredAt), DecisionContext.hypothetical(draw.day()));
    }

    /** Whether one of these decisions was made by override. */
    public boolean anyOverridden(Collection<UUID> decisionIds) {
        return decisions.anyOverridden(decisionIds);
    }

    /** What was decided, as far as deciding again asks for it. */
    public Earlier earlier(UUID decisionId) {
        return Earlier.of(decisions.findById(decisionId));
    }

    private DecisionContext context(Subject subject, FactsGatherer.Gathered gathered, LotDraw draw, Instant now) {
        return new DecisionContext(
                ids.next(),
                subject.declarationId(),
                subject.lineNo(),
                now,
                gathered.asOf(),
                draw.day(),
                draw.inheritedFrom(),
                subject.cause(),
                subject.supersedes(),
                subject.overruling());
    }
}
