package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What other features ask about alerts. */
@ApplicationScoped
public class AlertRegister {

    private final Alerts alerts;

    AlertRegister(Alerts alerts) {
        this.alerts = alerts;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isKnown(UUID id) {
        return alerts.find(id).isPresent();
    }

    /** True for an alert that is on record and was not withdrawn. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean holds(UUID id) {
        return alerts.find(id)
                .filter(alert -> alert.status() != AlertStatus.WITHDRAWN)
                .isPresent();
    }
}
