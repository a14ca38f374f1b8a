package org.qualityzones.citation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Roles;

/** From an instrument to the rules that rest on it. The name of an instrument may hold a slash, as GB/T 2828.1 does. */
@Path("/api/v1/citations/{instrument: .+}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
@RunOnVirtualThread
class CitationResource {

    private final CitationService service;
    private final IfMatch ifMatch;
    private final Caller caller;

    CitationResource(CitationService service, IfMatch ifMatch, Caller caller) {
        this.service = service;
        this.ifMatch = ifMatch;
        this.caller = caller;
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
            operationId = "findCitations",
            summary = "What in the published rule sets cites an instrument, and how many decisions rest on it")
    @APIResponseSchema(value = CitationView.class, responseCode = "200")
    public Response find(@PathParam("instrument") String instrument) {
        return service.find(instrument, caller).toResponse();
    }

    @PUT
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "recordInstrumentStatus",
            summary =
                    "Record that an instrument was repealed, or is in force after all; the answer lists what must be acknowledged")
    @APIResponseSchema(value = CitationView.class, responseCode = "200")
    public Response record(@PathParam("instrument") String instrument, @NotNull @Valid CitationCommand command) {
        return service.record(instrument, command, ifMatch, caller).toResponse();
    }
}
