package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import org.qualityzones.contracts.AlertRecorded;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;

/** Proposes matches of an alert that is on record already, and tells of them when there are new ones. */
@ApplicationScoped
class Proposals {

    private final Alerts alerts;
    private final Matches matches;
    private final Matcher matcher;
    private final Outbox outbox;

    Proposals(Alerts alerts, Matches matches, Matcher matcher, Outbox outbox) {
        this.alerts = alerts;
        this.matches = matches;
        this.matcher = matcher;
        this.outbox = outbox;
    }

    /** Looks through all that is known. @param locked the alert, locked by the transaction */
    void search(Alert locked, Instant at) {
        propose(locked, at, "REQUEST", matcher::propose);
    }

    /** Looks at these products. @param locked the alert, locked by the transaction */
    void among(Alert locked, List<KnownProduct> products, Instant at) {
        propose(locked, at, "ENTERPRISE", alert -> matcher.propose(alert, products));
    }

    private void propose(Alert locked, Instant at, String origin, ToIntFunction<Alert> how) {
        Alert alert = locked.touched();
        int added = how.applyAsInt(alert);
        if (added > 0) {
            alerts.update(alert);
            outbox.append(new EventDraft(
                    Topics.ALERT,
                    alert.id().toString(),
                    EventTypes.ALERT_MATCHES_PROPOSED,
                    alert.version(),
                    at,
                    new AlertRecorded(origin, added),
                    alert.state(matches.best(alert.id()))));
        }
    }
}
