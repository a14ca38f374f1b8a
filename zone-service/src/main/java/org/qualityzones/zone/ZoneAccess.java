package org.qualityzones.zone;

import jakarta.enterprise.context.RequestScoped;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** The row rule of zones: everyone reads them, areas and the national authority act on them. */
@RequestScoped
public class ZoneAccess {
    private final Caller caller;

    public ZoneAccess(Caller caller) {
        this.caller = caller;
    }

    /** Refuses a body that names a place the caller may not act for. */
    void requireArea(String areaCode) {
        if (!caller.covers(areaCode)) {
            throw Problem.of(CommonProblem.NOT_YOUR_ROW, "Area " + areaCode + " is not one of yours")
                    .at("/areaCode", "not-your-row", "outside the caller's areas");
        }
    }

    /** Answers 404 where the caller may not act on the zone. */
    public void requireMine(Zone zone) {
        if (!mine(zone)) {
            throw Problems.notFound("zone", zone.code());
        }
    }

    /** Whether the caller may act on the zone or see what is not public about it. */
    public boolean mine(Zone zone) {
        return caller.is(Roles.AUTHORITY) || caller.covers(zone.areaCode());
    }

    /** Whether the caller may read what is not public about the zone: own rows, audit, other systems. */
    public void requireReadable(Zone zone) {
        if (!mine(zone) && !caller.is(Roles.AUDITOR) && !caller.is(Roles.INTEGRATOR)) {
            throw Problems.notFound("zone", zone.code());
        }
    }
}
