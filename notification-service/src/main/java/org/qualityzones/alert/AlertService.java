package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Use cases of alerts. */
@ApplicationScoped
class AlertService {

    private final AlertRecorder recorder;
    private final Alerts alerts;
    private final Matches matches;
    private final AlertRows rows;
    private final Workflow workflow;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Event<AlertWithdrawn> withdrawals;
    private final Clock clock;

    AlertService(
            AlertRecorder recorder,
            Alerts alerts,
            Matches matches,
            AlertRows rows,
            @Named(AlertWorkflows.ALERT) Workflow workflow,
            Outbox outbox,
            Audit audit,
            Caller caller,
            IfMatch ifMatch,
            Event<AlertWithdrawn> withdrawals,
            Clock clock) {
        this.recorder = recorder;
        this.alerts = alerts;
        this.matches = matches;
        this.rows = rows;
        this.workflow = workflow;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer record(AlertCommands.Record command) {
        Alert alert = recorder.record(command.alert(), caller.bureaus());
        return Answer.created("/api/v1/alerts/" + alert.id(), alert.version(), AlertView.of(alert));
    }

    @Transactional
    Answer get(UUID id) {
        Alert alert = rows.requireVisible(required(id));
        return Answer.ok(alert.version(), AlertView.of(alert));
    }

    @Transactional
    Page<AlertView> list(AlertQuery query, PageRequest page) {
        return Page.of(alerts.newest(query, rows.ownUsccs(), page.after(), page.limit() + 1), page, Alert::id)
                .map(AlertView::of);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transition(UUID id, AlertCommands.Transition command) {
        Alert before = rows.requireChangeable(locked(id, command.supersededBy()));
        ifMatch.require(before.version());
        workflow.check(before.status(), command.action(), caller);
        AlertStatus to = AlertStatus.valueOf(
                workflow.targets(before.status().name(), command.action()).getFirst());
        Alert after = before.moved(to, successor(to, before, command));
        alerts.update(after);
        audit.record("alert." + command.action(), id.toString(), command.reason());
        outbox.append(new EventDraft(
                Topics.ALERT,
                id.toString(),
                EventTypes.ALERT_STATUS_CHANGED,
                after.version(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                new StatusChanged(command.action(), before.status().name(), to.name(), command.reason()),
                after.state(matches.best(id))));
        if (to == AlertStatus.WITHDRAWN) {
            withdrawals.fire(new AlertWithdrawn(alerts.withPredecessors(id), command.reason()));
        }
        return Answer.ok(after.version(), AlertView.of(after));
    }

    /** Row rules of a transition, also before a replay. */
    void requireChangeable(UUID id) {
        rows.requireChangeable(required(id));
    }

    private UUID successor(AlertStatus to, Alert alert, AlertCommands.Transition command) {
        UUID named = command.supersededBy();
        if ((to == AlertStatus.SUPERSEDED) != (named != null)) {
            throw Problems.invalid("/supersededBy", "required", "supersede, and only it, names the alert that follows");
        }
        if (named != null) {
            requireActive(named, alert.id());
        }
        return named;
    }

    /** Only an active alert follows another one, so that no two stand in each other's place. */
    private void requireActive(UUID successor, UUID id) {
        AlertStatus status = alerts.find(successor).map(Alert::status).orElse(null);
        if (status == null || successor.equals(id)) {
            throw Problems.invalid("/supersededBy", "unknown-alert", "The alert that follows is another known alert");
        }
        if (status != AlertStatus.ACTIVE) {
            throw Problems.invalid("/supersededBy", "alert-not-active", "The alert that follows is " + status);
        }
    }

    /** The alert, locked together with its successor in one order for everybody. */
    private Alert locked(UUID id, UUID successor) {
        Stream.of(id, successor).filter(Objects::nonNull).distinct().sorted().forEach(alerts::lock);
        return required(id);
    }

    private Alert required(UUID id) {
        return alerts.find(id).orElseThrow(() -> Problems.notFound("alert", id));
    }
}
