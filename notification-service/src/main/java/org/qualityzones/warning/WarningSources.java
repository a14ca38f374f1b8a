package org.qualityzones.warning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.qualityzones.alert.AlertRegister;
import org.qualityzones.web.Problems;

/** The alerts that warnings rest on. */
@ApplicationScoped
class WarningSources {

    private final AlertRegister alerts;

    WarningSources(AlertRegister alerts) {
        this.alerts = alerts;
    }

    /** 400 where an alert is not on record. */
    void requireKnown(WarningCommands.Issue command) {
        List<String> ids = command.alertIdTexts();
        for (int i = 0; i < ids.size(); i++) {
            if (!alerts.isKnown(UUID.fromString(ids.get(i)))) {
                throw Problems.invalid("/alertIds/" + i, "unknown-alert", "There is no alert " + ids.get(i));
            }
        }
    }

    boolean anyHolds(RiskWarning warning) {
        return warning.state().alertIds().stream().map(UUID::fromString).anyMatch(alerts::holds);
    }
}
