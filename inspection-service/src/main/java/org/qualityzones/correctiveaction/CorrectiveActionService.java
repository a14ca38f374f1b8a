package org.qualityzones.correctiveaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.inspection.InspectedLine;
import org.qualityzones.inspection.LineClearing;
import org.qualityzones.inspection.Ruling;
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
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** Shows corrective actions and moves them on. */
@ApplicationScoped
class CorrectiveActionService {

    private final CorrectiveActions actions;
    private final CorrectiveActionEvents events;
    private final Rework rework;
    private final SamplingStates sampling;
    private final LineClearing clearing;
    private final WorkScopes scopes;
    private final Workflow workflow;
    private final Audit audit;
    private final Clock clock;

    CorrectiveActionService(
            CorrectiveActions actions,
            CorrectiveActionEvents events,
            Rework rework,
            SamplingStates sampling,
            LineClearing clearing,
            WorkScopes scopes,
            CorrectiveActionWorkflow workflow,
            Audit audit,
            Clock clock) {
        this.actions = actions;
        this.events = events;
        this.rework = rework;
        this.sampling = sampling;
        this.clearing = clearing;
        this.scopes = scopes;
        this.workflow = workflow.definition();
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Answer show(UUID id, Caller caller) {
        return answer(seen(actions.findByIdOptional(id), id, caller));
    }

    @Transactional
    Page<CorrectiveActionView> list(String producer, CorrectiveActionStatus status, PageRequest page, Caller caller) {
        LocalDate today = ShanghaiDays.of(clock.instant());
        return Page.of(
                        actions.newest(Scopes.of(caller), producer, status, page.after(), page.limit()),
                        page,
                        CorrectiveAction::id)
                .map(action -> CorrectiveActionView.of(action, today));
    }

    /** An office acts in its area, an enterprise for its own lots. */
    void authorize(UUID id, Caller caller) {
        InspectedLine line = seen(actions.findByIdOptional(id), id, caller).line();
        boolean office = caller.isAny(Roles.INSPECTOR, Roles.BUREAU) && caller.covers(line.area());
        if (!office && !caller.owns(line.producer()) && !caller.owns(line.consignor())) {
            throw Problems.notYourRow("/producer", "The lot is neither the caller's nor of its areas");
        }
    }

    /** One step of the life cycle. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer transit(UUID id, CorrectiveActionCommands.Transition transition, IfMatch ifMatch, Caller caller) {
        CorrectiveAction action = seen(actions.forUpdate(id), id, caller);
        ifMatch.require(action.version());
        CorrectiveActionStatus from = action.status();
        workflow.check(from, transition.action(), caller);
        Instant now = clock.instant();
        switch (transition.action()) {
            case "submit" -> action.submit(transition.reason(), rework.open(action, now));
            case "extend" -> action.extend(later(transition.deadline(), action, now));
            case "verify" -> verify(action, now);
            case "reject" -> reject(action, now);
            default -> throw new IllegalStateException("No one does " + transition.action());
        }
        events.changed(action, transition.action(), from, transition.reason(), now);
        audit.record("corrective-action." + transition.action(), id.toString(), transition.reason());
        return answer(action);
    }

    private void verify(CorrectiveAction action, Instant now) {
        rework.requireAccepted(action);
        action.close(CorrectiveActionStatus.VERIFIED, now);
        actions.flush();
        InspectedLine line = action.line();
        sampling.corrected(line.producer(), line.hsCode(), now);
        clearing.rule(line.declarationId(), line.lineNo(), Ruling.CORRECTED, now);
    }

    private void reject(CorrectiveAction action, Instant now) {
        rework.requireNotAccepted(action);
        action.close(CorrectiveActionStatus.REJECTED, now);
        actions.flush();
        InspectedLine line = action.line();
        clearing.rule(line.declarationId(), line.lineNo(), Ruling.NOT_CORRECTED, now);
    }

    private static LocalDate later(LocalDate deadline, CorrectiveAction action, Instant now) {
        boolean later = deadline != null
                && deadline.isAfter(action.deadline())
                && deadline.isAfter(ShanghaiDays.of(now))
                && deadline.isBefore(action.deadline().plusYears(1));
        if (!later) {
            throw Problems.invalid(
                    "/deadline",
                    "later-deadline",
                    "extend takes a deadline after " + action.deadline() + ", to come, and less than a year later");
        }
        return deadline;
    }

    private Answer answer(CorrectiveAction action) {
        return Answer.ok(action.version(), CorrectiveActionView.of(action, ShanghaiDays.of(clock.instant())));
    }

    private CorrectiveAction seen(Optional<CorrectiveAction> found, UUID id, Caller caller) {
        return found.filter(_ -> scopes.sees(caller, CorrectiveActions.KIND, id))
                .orElseThrow(() -> Problems.notFound("corrective action", id));
    }
}
