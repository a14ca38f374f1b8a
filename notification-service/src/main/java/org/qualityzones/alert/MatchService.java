package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.qualityzones.contracts.AlertMatchDecided;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Use cases of the matches of an alert. */
@ApplicationScoped
class MatchService {

    private final Alerts alerts;
    private final Matches matches;
    private final AlertRows rows;
    private final Proposals proposals;
    private final Workflow workflow;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Clock clock;

    MatchService(
            Alerts alerts,
            Matches matches,
            AlertRows rows,
            Proposals proposals,
            @Named(AlertWorkflows.MATCH) Workflow workflow,
            Outbox outbox,
            Audit audit,
            Caller caller,
            IfMatch ifMatch,
            Clock clock) {
        this.alerts = alerts;
        this.matches = matches;
        this.rows = rows;
        this.proposals = proposals;
        this.workflow = workflow;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.clock = clock;
    }

    /** All that the caller may see, best first: an alert has few. */
    @Transactional
    Answer list(UUID alertId) {
        Alert alert = rows.requireVisible(alerts.find(alertId).orElseThrow(() -> Problems.notFound("alert", alertId)));
        return Answer.ok(new MatchView.Items(
                matches.best(alert.id()).stream()
                        .filter(rows::isVisible)
                        .map(MatchView::of)
                        .toList(),
                null));
    }

    /** Looks again for enterprises and products, where the alert still holds; answers what the caller may see. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer propose(UUID alertId) {
        Alert found = alerts.lock(alertId).orElseThrow(() -> Problems.notFound("alert", alertId));
        if (found.status() == AlertStatus.ACTIVE) {
            proposals.search(found, clock.instant().truncatedTo(ChronoUnit.MICROS));
            audit.record("alert.propose-matches", alertId.toString(), null);
        }
        return list(alertId);
    }

    @Transactional
    Answer get(UUID alertId, UUID id) {
        Match match = rows.requireVisible(required(alertId, id));
        return Answer.ok(match.version(), MatchView.of(match));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transition(UUID alertId, UUID id, AlertCommands.Decision command) {
        Alert alert = alerts.lock(alertId)
                .orElseThrow(() -> Problems.notFound("alert", alertId))
                .touched();
        Match before = rows.requireDecidable(required(alertId, id));
        ifMatch.require(before.version());
        workflow.check(before.status(), command.action(), caller);
        requireConfirmable(alert, command.action());
        MatchState to = MatchState.valueOf(
                workflow.targets(before.status().name(), command.action()).getFirst());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Match after = before.decided(to, command.reason(), now);
        matches.update(after);
        alerts.update(alert);
        audit.record("alert-match." + command.action(), id.toString(), command.reason());
        outbox.append(new EventDraft(
                Topics.ALERT,
                alertId.toString(),
                EventTypes.ALERT_MATCH_DECIDED,
                alert.version(),
                now,
                new AlertMatchDecided(
                        id.toString(),
                        after.uscc(),
                        after.productId(),
                        before.status().name(),
                        to.name(),
                        command.reason()),
                alert.state(matches.best(alertId))));
        return Answer.ok(after.version(), MatchView.of(after));
    }

    /** Row rules of a transition, also before a replay. */
    void requireDecidable(UUID alertId, UUID id) {
        rows.requireDecidable(required(alertId, id));
    }

    private static void requireConfirmable(Alert alert, String action) {
        if (alert.status() != AlertStatus.ACTIVE && action.equals(AlertWorkflows.CONFIRM)) {
            throw Problem.of(CommonProblem.ILLEGAL_TRANSITION, "The alert is " + alert.status())
                    .with("state", alert.status().name())
                    .with("allowedActions", List.of(AlertWorkflows.REJECT));
        }
    }

    private Match required(UUID alertId, UUID id) {
        return matches.find(alertId, id).orElseThrow(() -> Problems.notFound("match", id));
    }
}
