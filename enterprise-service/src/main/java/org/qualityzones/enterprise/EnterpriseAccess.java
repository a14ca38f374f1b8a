package org.qualityzones.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/**
 * Who sees and who acts for which row. A row the caller may not see is not there (404); one it sees but may not act for is
 * {@code not-your-row} (403).
 */
@ApplicationScoped
public class EnterpriseAccess {
    private final Caller caller;
    private final Enterprises enterprises;
    private final CivilDays days;

    public EnterpriseAccess(Caller caller, Enterprises enterprises, CivilDays days) {
        this.caller = caller;
        this.enterprises = enterprises;
        this.days = days;
    }

    /** The row, if the caller may see it. */
    public Enterprise visible(String uscc) {
        return shown(enterprises.required(uscc));
    }

    /** The row, if the caller may read its files too: an agent of the enterprise may not. */
    public Enterprise fileOf(String uscc) {
        Enterprise enterprise = enterprises.required(uscc);
        if (!seesFiles(enterprise)) {
            throw Problems.notFound("enterprise", uscc);
        }
        return enterprise;
    }

    /** The row, locked, if the caller may see it. */
    public Enterprise visibleForUpdate(String uscc) {
        return shown(enterprises.requiredForUpdate(uscc));
    }

    /** Refuses who neither is the enterprise nor the bureau of the area. */
    public void requireOwnOrBureau(String uscc, String areaCode) {
        if (!isOwn(uscc) && !isBureauOf(areaCode)) {
            throw Problem.of(
                    CommonProblem.NOT_YOUR_ROW,
                    "Only the enterprise itself or the bureau of " + areaCode + " may do this");
        }
    }

    /** Refuses who is not the bureau of the area. */
    public void requireBureau(String areaCode) {
        if (!isBureauOf(areaCode)) {
            throw Problem.of(CommonProblem.NOT_YOUR_ROW, "Only the bureau of " + areaCode + " may do this");
        }
    }

    /** Whether contacts may be shown: to the enterprise itself and to those who supervise or audit it. */
    boolean seesContacts(Enterprise enterprise) {
        return caller.isAny(Roles.AUTHORITY, Roles.AUDITOR)
                || isOwn(enterprise.uscc())
                || supervises(enterprise.areaCode());
    }

    Visible visibleRows() {
        boolean byArea = caller.isAny(Roles.LOCAL_GOVERNMENT, Roles.INSPECTOR, Roles.BUREAU);
        boolean byCode = caller.isAny(Roles.ENTERPRISE, Roles.FILING_AGENT);
        return new Visible(
                seesAll(), byArea ? caller.areas() : List.of(), byCode && !seesAll() ? caller.usccs() : List.of());
    }

    private Enterprise shown(Enterprise enterprise) {
        if (!seesFiles(enterprise) && !isAgentOf(enterprise)) {
            throw Problems.notFound("enterprise", enterprise.uscc());
        }
        return enterprise;
    }

    private boolean seesFiles(Enterprise enterprise) {
        return seesAll() || supervises(enterprise.areaCode()) || isOwn(enterprise.uscc());
    }

    private boolean seesAll() {
        return caller.isAny(Roles.AUTHORITY, Roles.INTEGRATOR, Roles.AUDITOR);
    }

    private boolean supervises(String areaCode) {
        return caller.isAny(Roles.LOCAL_GOVERNMENT, Roles.INSPECTOR, Roles.BUREAU) && caller.covers(areaCode);
    }

    private boolean isBureauOf(String areaCode) {
        return caller.is(Roles.BUREAU) && caller.covers(areaCode);
    }

    private boolean isOwn(String uscc) {
        return caller.isAny(Roles.ENTERPRISE, Roles.FILING_AGENT) && caller.owns(uscc);
    }

    private boolean isAgentOf(Enterprise enterprise) {
        return caller.isAny(Roles.ENTERPRISE, Roles.FILING_AGENT)
                && enterprises.lists(enterprise.id(), caller.usccs(), days.today());
    }
}
