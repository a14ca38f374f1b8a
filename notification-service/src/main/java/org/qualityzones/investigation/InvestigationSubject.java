package org.qualityzones.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.qualityzones.alert.AlertRegister;
import org.qualityzones.alert.AlertStatus;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** At which enterprise an alert is investigated: that of the confirmed match, of the request or of the alert itself. */
@ApplicationScoped
class InvestigationSubject {

    private final AlertRegister alerts;

    InvestigationSubject(AlertRegister alerts) {
        this.alerts = alerts;
    }

    /** The enterprise's code; 400 for what is not on record or names none, 422 where it cannot be investigated. */
    String uscc(InvestigationCommands.Open command) {
        requireActive(command.alertId());
        if (command.matchId() != null) {
            return ofMatch(command.alertId(), command.matchId(), command.uscc());
        }
        if (command.uscc() != null) {
            return command.uscc();
        }
        return alerts.namedEnterprise(command.alertId())
                .orElseThrow(() -> Problems.invalid(
                        "/uscc", "required", "The alert names no enterprise: say which, or give a confirmed match"));
    }

    private void requireActive(UUID alertId) {
        AlertStatus status = alerts.statusHeld(alertId)
                .orElseThrow(() -> Problems.invalid("/alertId", "unknown-alert", "There is no alert " + alertId));
        if (status != AlertStatus.ACTIVE) {
            throw Problem.of(CommonProblem.UNPROCESSABLE, "The alert is " + status)
                    .at("/alertId", "alert-not-active", "Only an active alert is investigated");
        }
    }

    private String ofMatch(UUID alertId, UUID matchId, String named) {
        AlertRegister.MatchedEnterprise match = alerts.match(alertId, matchId)
                .orElseThrow(() -> Problems.invalid("/matchId", "unknown-match", "The alert has no match " + matchId));
        if (!match.confirmed()) {
            throw Problem.of(CommonProblem.UNPROCESSABLE, "The match is not confirmed")
                    .at("/matchId", "match-not-confirmed", "A person confirms the match first");
        }
        if (named != null && !named.equals(match.uscc())) {
            throw Problems.invalid("/uscc", "contradiction", "The match is about " + match.uscc());
        }
        return match.uscc();
    }
}
