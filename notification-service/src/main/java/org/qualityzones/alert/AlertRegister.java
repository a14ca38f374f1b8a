package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What other features ask about alerts. */
@ApplicationScoped
public class AlertRegister {

    private final Alerts alerts;
    private final Matches matches;

    AlertRegister(Alerts alerts, Matches matches) {
        this.alerts = alerts;
        this.matches = matches;
    }

    /** An enterprise that an alert may be about, and whether a person confirmed it. */
    public record MatchedEnterprise(String uscc, boolean confirmed) {}

    /**
     * What is known of an alert, which stays so until the transaction ends.
     *
     * @return empty for an alert that is not on record
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<AlertStatus> statusHeld(UUID id) {
        return alerts.share(id).map(Alert::status);
    }

    /** True for an active alert, and for one in whose place an active one stands. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean holds(UUID id) {
        return alerts.holds(id);
    }

    /** The enterprise that who recorded the alert named. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> namedEnterprise(UUID id) {
        return alerts.find(id).map(alert -> alert.body().uscc());
    }

    /** A match of an alert. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<MatchedEnterprise> match(UUID alertId, UUID matchId) {
        return matches.find(alertId, matchId)
                .map(match -> new MatchedEnterprise(match.uscc(), match.status() == MatchState.CONFIRMED));
    }
}
