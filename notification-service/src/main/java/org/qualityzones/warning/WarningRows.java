package org.qualityzones.warning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.qualityzones.feed.EnterpriseAreas;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Who may issue, lift and see which warning: an authority every one, a bureau those for an enterprise of its areas. */
@ApplicationScoped
class WarningRows {

    private final EnterpriseAreas areas;
    private final Caller caller;

    WarningRows(EnterpriseAreas areas, Caller caller) {
        this.areas = areas;
        this.caller = caller;
    }

    /** 400 when the body contradicts itself, 403 when it names a scope the caller may not warn about. */
    void requireIssuable(WarningCommands.Issue command) {
        command.requireConsistent();
        if (!caller.is(Roles.AUTHORITY) && !coversEnterprise(command.scope().uscc())) {
            throw Problems.notYourRow("/scope/uscc", "A bureau warns about an enterprise of its areas");
        }
    }

    /** 404 when it may not be seen, 403 when it may not be lifted. */
    RiskWarning requireLiftable(RiskWarning warning) {
        requireVisible(warning);
        if (!caller.is(Roles.AUTHORITY) && !coversEnterprise(warning.uscc())) {
            throw Problem.of(CommonProblem.NOT_YOUR_ROW, "A bureau lifts warnings about an enterprise of its areas");
        }
        return warning;
    }

    RiskWarning requireVisible(RiskWarning warning) {
        List<String> own = ownUsccs();
        if (own != null && warning.uscc() != null && !own.contains(warning.uscc())) {
            throw Problems.notFound("risk warning", warning.id());
        }
        return warning;
    }

    /** Codes whose warnings an enterprise or agent may see beside the general ones; null = all. */
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

    private boolean coversEnterprise(String uscc) {
        return uscc != null && caller.covers(areas.of(uscc));
    }
}
