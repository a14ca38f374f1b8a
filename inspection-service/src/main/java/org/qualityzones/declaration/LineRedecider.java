package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext.Cause;
import org.qualityzones.decision.Overruling;
import org.qualityzones.decisionrecord.DecisionRecorder;
import org.qualityzones.decisionrecord.Earlier;
import org.qualityzones.draw.Draws;
import org.qualityzones.inspection.InspectionDesk;
import org.qualityzones.ruleset.Outcome;

/** Decides one line again where the facts ask for it, and does with its inspection what the new outcome asks for. */
@ApplicationScoped
class LineRedecider {

    private final DecisionRecorder recorder;
    private final Clearances clearances;
    private final InspectionDesk inspections;
    private final Draws draws;

    LineRedecider(DecisionRecorder recorder, Clearances clearances, InspectionDesk inspections, Draws draws) {
        this.recorder = recorder;
        this.clearances = clearances;
        this.inspections = inspections;
        this.draws = draws;
    }

    /**
     * Decides the line again when a hold is over or missing facts are there; a cleared line keeps its clearance. What two
     * persons decided, facts do not decide again.
     *
     * @param waiting the line's inspection without a result; null when there is none
     * @return why it was decided again; empty when it was not
     */
    Optional<Cause> redecide(
            Declaration declaration,
            DeclarationLine line,
            LinePreview.Looked looked,
            InspectionDesk.Waiting waiting,
            Instant now) {
        Earlier earlier = recorder.earlier(line.decisionId());
        if (earlier.overridden()) {
            return Optional.empty();
        }
        Optional<Cause> cause = cause(earlier, looked.decision());
        if (cause.isEmpty()) {
            return cause;
        }
        if (relaxesWhatHasStarted(declaration, line, earlier, looked.decision(), waiting)) {
            line.waitsFor(Awaited.of(looked.decision()));
            return Optional.empty();
        }
        Decision decision = recorder.decide(
                        new DecisionRecorder.Subject(declaration.id(), line.lineNo(), cause.get(), line.decisionId()),
                        looked.gathered(),
                        looked.draw(),
                        declaration.declaredAt(),
                        now)
                .decision();
        if (looked.lotDrawn()) {
            draws.markDrawn(LineDecider.lot(line));
        }
        line.decided(
                decision.context().id(),
                clearance(line, decision.outcome(), now),
                Awaited.of(decision),
                decision.facts().line().valueUsdCents());
        inspect(declaration, line, earlier.outcome(), decision, waiting, now);
        return cause;
    }

    /** Decides the line as two persons say, on the facts of now. @param waiting null when there is none */
    Decision override(
            Declaration declaration,
            DeclarationLine line,
            LinePreview.Looked looked,
            InspectionDesk.Waiting waiting,
            Overruling overruling,
            Instant now) {
        Outcome before = recorder.earlier(line.decisionId()).outcome();
        Decision decision = recorder.decide(
                        new DecisionRecorder.Subject(
                                declaration.id(), line.lineNo(), Cause.OVERRIDE, line.decisionId(), overruling),
                        looked.gathered(),
                        looked.draw(),
                        declaration.declaredAt(),
                        now)
                .decision();
        if (looked.lotDrawn()) {
            draws.markDrawn(LineDecider.lot(line));
        }
        line.decided(
                decision.context().id(),
                clearances.overridden(decision.outcome(), now),
                null,
                decision.facts().line().valueUsdCents());
        inspect(declaration, line, before, decision, waiting, now);
        return decision;
    }

    private static Optional<Cause> cause(Earlier earlier, Decision next) {
        if (earlier.hasEnded(next)) {
            return Optional.of(Cause.HOLD_LIFTED);
        }
        return earlier.hasArrived(next) ? Optional.of(Cause.FACTS_ARRIVED) : Optional.empty();
    }

    private boolean relaxesWhatHasStarted(
            Declaration declaration,
            DeclarationLine line,
            Earlier earlier,
            Decision next,
            InspectionDesk.Waiting waiting) {
        boolean laxer = next.outcome().compareTo(earlier.outcome()) < 0;
        boolean begun = waiting != null && waiting.started();
        return laxer
                && earlier.outcome() != Outcome.HOLD
                && (begun || inspections.anyJudged(declaration.id(), line.lineNo()));
    }

    /** What was given, or withheld, stays; what waits and still waits keeps its beginning. */
    private Clearance clearance(DeclarationLine line, Outcome outcome, Instant now) {
        Clearance clearance = line.clearance();
        if (clearance.isToldCleared() || clearance.isWithheld()) {
            return clearance;
        }
        Clearance next = clearances.of(outcome, now);
        return clearance.isPending() && next.isPending() || clearance.isHeld() && next.isHeld() ? clearance : next;
    }

    private void inspect(
            Declaration declaration,
            DeclarationLine line,
            Outcome before,
            Decision decision,
            InspectionDesk.Waiting waiting,
            Instant now) {
        boolean wanted = decision.outcome().inspected() && line.clearance().isPending();
        boolean goesOn = waiting != null && wanted && decision.outcome() == before;
        if (waiting != null && !goesOn) {
            inspections.cancel(waiting, "decided again: " + decision.context().cause(), now);
        }
        if (wanted && !goesOn) {
            inspections.open(LineDecider.inspected(declaration, line), LineDecider.order(decision), now);
        }
    }
}
