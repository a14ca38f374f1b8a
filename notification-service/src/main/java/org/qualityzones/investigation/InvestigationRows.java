package org.qualityzones.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.qualityzones.feed.EnterpriseAreas;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Who may see and change which investigation: offices by their areas, an enterprise what is about it. */
@ApplicationScoped
class InvestigationRows {

    private final EnterpriseAreas areas;
    private final Caller caller;

    InvestigationRows(EnterpriseAreas areas, Caller caller) {
        this.areas = areas;
        this.caller = caller;
    }

    /** The area of an enterprise that the caller may open an investigation about; 403 otherwise. */
    String requireOpenable(String uscc) {
        String area = areas.of(uscc);
        if (!caller.covers(area)) {
            throw Problems.notYourRow("/uscc", "A bureau investigates at an enterprise of its areas");
        }
        return area;
    }

    /** 404 when it may not be seen, 403 when it is another office's. */
    Investigation requireChangeable(Investigation investigation) {
        requireVisible(investigation);
        if (!caller.covers(investigation.areaCode())) {
            throw Problem.of(CommonProblem.NOT_YOUR_ROW, "The investigation is with an office of another area");
        }
        return investigation;
    }

    Investigation requireVisible(Investigation investigation) {
        if (!seesAll() && !isOffice(investigation) && !caller.owns(investigation.uscc())) {
            throw Problems.notFound("investigation", investigation.id());
        }
        return investigation;
    }

    /** Names of persons are for offices only. */
    boolean seesPersons() {
        return caller.isAny(Roles.BUREAU, Roles.INSPECTOR, Roles.AUTHORITY, Roles.AUDITOR);
    }

    boolean seesAll() {
        return caller.isAny(Roles.AUTHORITY, Roles.AUDITOR, Roles.INTEGRATOR);
    }

    /** Areas whose investigations the caller sees. */
    List<String> areas() {
        return caller.isAny(Roles.BUREAU, Roles.INSPECTOR, Roles.LOCAL_GOVERNMENT) ? caller.areas() : List.of();
    }

    /** Enterprises whose investigations the caller sees. */
    List<String> usccs() {
        return caller.usccs();
    }

    private boolean isOffice(Investigation investigation) {
        return areas().stream()
                .anyMatch(area -> investigation.areaCode().startsWith(area)
                        || investigation.homeArea().startsWith(area));
    }
}
