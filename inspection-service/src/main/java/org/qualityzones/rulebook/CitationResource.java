package org.qualityzones.rulebook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Roles;

/** From an instrument to the rules that rest on it. */
@Path("/api/v1/citations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
@RunOnVirtualThread
class CitationResource {

    private final RuleBookService service;

    CitationResource(RuleBookService service) {
        this.service = service;
    }

    /** The name of an instrument may hold a slash, as GB/T 2828.1 does. */
    @GET
    @Path("/{instrument: .+}")
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
    @Operation(operationId = "findCitations", summary = "What in the published rule sets cites an instrument")
    public CitationView find(@PathParam("instrument") String instrument) {
        return service.citing(instrument);
    }
}
