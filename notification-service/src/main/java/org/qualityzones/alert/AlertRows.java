package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.qualityzones.feed.EnterpriseAreas;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/**
 * Who may see and change what: an alert is seen by everyone but enterprises and agents, who see those about their codes;
 * a match by those whose areas or codes it concerns.
 */
@ApplicationScoped
class AlertRows {

    private final Alerts alerts;
    private final EnterpriseAreas areas;
    private final Caller caller;

    AlertRows(Alerts alerts, EnterpriseAreas areas, Caller caller) {
        this.alerts = alerts;
        this.areas = areas;
        this.caller = caller;
    }

    /** Codes whose alerts the caller may see; null = all alerts. */
    List<String> ownUsccs() {
        boolean all = caller.isAny(
                Roles.AUTHORITY,
                Roles.AUDITOR,
                Roles.INTEGRATOR,
                Roles.BUREAU,
                Roles.INSPECTOR,
                Roles.LOCAL_GOVERNMENT);
        return all ? null : caller.usccs();
    }

    Alert requireVisible(Alert alert) {
        List<String> own = ownUsccs();
        if (own != null && !alerts.concerns(alert.id(), own)) {
            throw Problems.notFound("alert", alert.id());
        }
        return alert;
    }

    Alert requireChangeable(Alert alert) {
        if (!caller.is(Roles.AUTHORITY) && alert.bureaus().stream().noneMatch(caller.bureaus()::contains)) {
            throw Problem.of(CommonProblem.NOT_YOUR_ROW, "A bureau changes the alerts that it recorded");
        }
        return alert;
    }

    boolean isVisible(Match match) {
        return caller.isAny(Roles.AUTHORITY, Roles.AUDITOR, Roles.INTEGRATOR)
                || caller.owns(match.uscc())
                || caller.covers(areas.of(match.uscc()));
    }

    /** 404 when it may not be seen. */
    Match requireVisible(Match match) {
        if (!isVisible(match)) {
            throw Problems.notFound("match", match.id());
        }
        return match;
    }

    Match requireDecidable(Match match) {
        if (!caller.covers(areas.of(match.uscc()))) {
            throw Problem.of(CommonProblem.NOT_YOUR_ROW, "A bureau decides about enterprises of its areas");
        }
        return match;
    }
}
