package org.qualityzones.warning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.qualityzones.alert.AlertWithdrawn;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.RiskWarningIssued;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Use cases of risk warnings. */
@ApplicationScoped
class WarningService {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final RiskWarnings warnings;
    private final WarningRows rows;
    private final WarningSources sources;
    private final Workflow workflow;
    private final Outbox outbox;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    WarningService(
            RiskWarnings warnings,
            WarningRows rows,
            WarningSources sources,
            @Named(WarningWorkflow.NAME) Workflow workflow,
            Outbox outbox,
            Caller caller,
            IfMatch ifMatch,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.warnings = warnings;
        this.rows = rows;
        this.sources = sources;
        this.workflow = workflow;
        this.outbox = outbox;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer issue(WarningCommands.Issue command) {
        rows.requireIssuable(command);
        sources.requireActive(command);
        RiskWarning warning = new RiskWarning(ids.next(), command, now());
        warnings.persistAndFlush(warning);
        audit.record("risk-warning.issue", warning.id().toString(), command.reason());
        outbox.append(new EventDraft(
                Topics.RISK_WARNING,
                warning.id().toString(),
                EventTypes.RISK_WARNING_ISSUED,
                warning.version(),
                warning.from().atStartOfDay(SHANGHAI).toInstant(),
                new RiskWarningIssued(warning.level(), warning.measure().name(), warning.reason()),
                warning.state()));
        return Answer.created("/api/v1/risk-warnings/" + warning.id(), warning.version(), RiskWarningView.of(warning));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transition(UUID id, WarningCommands.Transition command) {
        RiskWarning warning = rows.requireLiftable(required(id));
        ifMatch.require(warning.version());
        workflow.check(warning.status(), command.action(), caller);
        lift(warning, command.reason());
        return Answer.ok(warning.version(), RiskWarningView.of(warning));
    }

    @Transactional
    Answer get(UUID id) {
        RiskWarning warning = rows.requireVisible(required(id));
        return Answer.ok(warning.version(), RiskWarningView.of(warning));
    }

    @Transactional
    Page<RiskWarningView> list(WarningStatus status, String uscc, PageRequest page) {
        return Page.of(
                        warnings.newest(status, uscc, rows.ownUsccs(), page.after(), page.limit() + 1),
                        page,
                        RiskWarning::id)
                .map(RiskWarningView::of);
    }

    /**
     * Lifts the warnings that rest on a withdrawn alert, or on one in whose place it stood, and on no other that holds:
     * its effect is undone with it. A warning that rests on nothing else is not left to somebody's memory.
     */
    void undo(@Observes AlertWithdrawn withdrawn) {
        warnings.activeOf(withdrawn.ids()).stream()
                .filter(warning -> !sources.anyHolds(warning))
                .forEach(warning -> lift(warning, withdrawn.reason()));
    }

    private void lift(RiskWarning warning, String reason) {
        String id = warning.id().toString();
        warning.lift(reason, now());
        warnings.flush();
        audit.record("risk-warning.lift", id, reason);
        outbox.append(new EventDraft(
                Topics.RISK_WARNING,
                id,
                EventTypes.RISK_WARNING_LIFTED,
                warning.version(),
                warning.liftedAt(),
                new StatusChanged(
                        "lift", WarningStatus.ACTIVE.name(), warning.status().name(), reason),
                warning.state()));
    }

    /** Row rules of a transition, also before a replay. */
    void requireLiftable(UUID id) {
        rows.requireLiftable(required(id));
    }

    private RiskWarning required(UUID id) {
        return warnings.find(id).orElseThrow(() -> Problems.notFound("risk warning", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
