package org.qualityzones.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.samplingstate.SamplingStates;
import org.qualityzones.scope.Scopes;
import org.qualityzones.scope.WorkScopes;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Shows and assigns inspections and records their results. */
@ApplicationScoped
class InspectionService {

    private static final int TOLD_LOTS = 10;

    private final Inspections inspections;
    private final InspectionEvents events;
    private final LotJudge judge;
    private final SamplingStates sampling;
    private final Nonconformities nonconformities;
    private final LineClearing clearing;
    private final WorkScopes scopes;
    private final Workflow workflow;
    private final Audit audit;
    private final Clock clock;

    InspectionService(
            Inspections inspections,
            InspectionEvents events,
            LotJudge judge,
            SamplingStates sampling,
            Nonconformities nonconformities,
            LineClearing clearing,
            WorkScopes scopes,
            InspectionWorkflow workflow,
            Audit audit,
            Clock clock) {
        this.inspections = inspections;
        this.events = events;
        this.judge = judge;
        this.sampling = sampling;
        this.nonconformities = nonconformities;
        this.clearing = clearing;
        this.scopes = scopes;
        this.workflow = workflow.definition();
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Answer show(UUID id, Caller caller) {
        Inspection inspection = seen(inspections.findByIdOptional(id), id, caller);
        return Answer.ok(inspection.version(), InspectionView.of(inspection, caller));
    }

    @Transactional
    Page<InspectionView> list(InspectionFilter filter, PageRequest page, Caller caller) {
        List<Inspection> found = inspections.newest(filter.query(Scopes.of(caller), page));
        return Page.of(found, page, Inspection::id).map(inspection -> InspectionView.of(inspection, caller));
    }

    /** Refuses a caller outside of the area of production. */
    void authorize(UUID id, Caller caller) {
        Inspection inspection = seen(inspections.findByIdOptional(id), id, caller);
        if (!caller.covers(inspection.line().area())) {
            throw Problems.notYourRow("/area", "The lot was produced outside of the caller's areas");
        }
    }

    /** {@code take} and {@code assign}. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer transit(UUID id, InspectionCommands.Transition transition, IfMatch ifMatch, Caller caller) {
        Inspection inspection = seen(inspections.forUpdate(id), id, caller);
        ifMatch.require(inspection.version());
        InspectionStatus from = inspection.status();
        workflow.check(from, transition.action(), caller);
        switch (transition.action()) {
            case "take" -> inspection.assign(caller.subject());
            case "assign" -> inspection.assign(assignee(transition));
            default -> throw Problems.invalid("/action", "not-a-transition", "Results are posted to …/results");
        }
        events.changed(inspection, transition.action(), from, transition.reason(), clock.instant());
        audit.record("inspection." + transition.action(), id.toString(), transition.reason());
        return Answer.ok(inspection.version(), InspectionView.of(inspection, caller));
    }

    /** Records what was found; the lot's verdict, its clearance and all that follows come with it or not at all. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer record(UUID id, InspectionCommands.Result found, Caller caller) {
        Inspection inspection = seen(inspections.forUpdate(id), id, caller);
        workflow.check(inspection.status(), InspectionWorkflow.RESULT, caller);
        Instant now = clock.instant();
        LotJudge.Judged judged = judge.judge(inspection, found);
        inspection.judged(judged.accepted(), judged.plans(), judged.result(), now, caller.subject());
        inspections.flush();
        follow(inspection, judged, now);
        audit.record("inspection.result", id.toString(), inspection.status().name());
        return Answer.created("/api/v1/inspections/" + id, inspection.version(), InspectionView.of(inspection, caller));
    }

    private void follow(Inspection inspection, LotJudge.Judged judged, Instant now) {
        InspectedLine line = inspection.line();
        List<Boolean> lots = inspections.originalVerdicts(line.producer(), TOLD_LOTS);
        if (inspection.kind() == InspectionKind.AFTER_REWORK) {
            events.judged(inspection, null, lots, now);
            return;
        }
        events.judged(inspection, sampling.judged(line.producer(), line.hsCode(), judged.lot(), now), lots, now);
        if (!judged.accepted()) {
            nonconformities.notAccepted(inspection, now);
        }
        clearing.rule(
                line.declarationId(), line.lineNo(), judged.accepted() ? Ruling.ACCEPTED : Ruling.NOT_ACCEPTED, now);
    }

    private static String assignee(InspectionCommands.Transition transition) {
        if (transition.assignee() == null) {
            throw Problems.invalid("/assignee", "required", "assign takes the subject of an inspector in assignee");
        }
        return transition.assignee();
    }

    private Inspection seen(Optional<Inspection> found, UUID id, Caller caller) {
        return found.filter(_ -> scopes.sees(caller, Inspections.KIND, id))
                .orElseThrow(() -> Problems.notFound("inspection", id));
    }
}
