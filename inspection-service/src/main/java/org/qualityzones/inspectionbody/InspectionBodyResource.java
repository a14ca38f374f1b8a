package org.qualityzones.inspectionbody;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Page;
import org.qualityzones.web.Roles;
import org.qualityzones.web.codes.AreaCode;

/** The dated jurisdictions of the bureaus. */
@Path("/api/v1/inspection-bodies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inspection bodies")
@RunOnVirtualThread
class InspectionBodyResource {

    private final InspectionBodies bodies;

    InspectionBodyResource(InspectionBodies bodies) {
        this.bodies = bodies;
    }

    @GET
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.FILING_AGENT,
        Roles.LOCAL_GOVERNMENT,
        Roles.INSPECTOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.INTEGRATOR,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listInspectionBodies",
            summary = "Bureaus in force on a day; with area the one that inspects there: the longest prefix wins")
    public Page<InspectionBody> list(@QueryParam("area") @AreaCode String area, @QueryParam("asOf") Instant asOf) {
        return bodies.list(area, asOf);
    }
}
