package org.qualityzones.warning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.alert.AlertRegister;
import org.qualityzones.alert.AlertStatus;
import org.qualityzones.web.Problems;

/** The alerts that warnings rest on. */
@ApplicationScoped
class WarningSources {

    private final AlertRegister alerts;

    WarningSources(AlertRegister alerts) {
        this.alerts = alerts;
    }

    /** 400 where an alert is not on record or not active; those named stay active until the transaction ends. */
    void requireActive(WarningCommands.Issue command) {
        List<String> ids = command.alertIdTexts();
        Map<String, AlertStatus> held = new HashMap<>();
        ids.stream().sorted().forEach(id -> alerts.statusHeld(UUID.fromString(id))
                .ifPresent(status -> held.put(id, status)));
        for (int i = 0; i < ids.size(); i++) {
            requireActive("/alertIds/" + i, ids.get(i), held.get(ids.get(i)));
        }
    }

    private static void requireActive(String pointer, String id, AlertStatus status) {
        if (status == null) {
            throw Problems.invalid(pointer, "unknown-alert", "There is no alert " + id);
        }
        if (status != AlertStatus.ACTIVE) {
            throw Problems.invalid(pointer, "alert-not-active", "The alert " + id + " is " + status);
        }
    }

    boolean anyHolds(RiskWarning warning) {
        return warning.state().alertIds().stream().map(UUID::fromString).anyMatch(alerts::holds);
    }
}
