package org.qualityzones.draw;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Roles;

/** Commitments and revealed seeds of the daily draws. */
@Path("/api/v1/draws/{date}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Draws")
@RunOnVirtualThread
class DrawResource {

    private final DrawService service;

    DrawResource(DrawService service) {
        this.service = service;
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
    @Operation(summary = "Commitment of a day's draw, and its seed once the day is over")
    public DrawView of(@PathParam("date") LocalDate date) {
        return service.of(date);
    }
}
