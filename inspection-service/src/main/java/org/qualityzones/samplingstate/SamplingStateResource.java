package org.qualityzones.samplingstate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Roles;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.Uscc;

/** Switching states of sampling by producer and HS heading. */
@Path("/api/v1/sampling-states")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inspections")
@RunOnVirtualThread
class SamplingStateResource {

    private final SamplingStateService service;
    private final Caller caller;

    SamplingStateResource(SamplingStateService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.ENTERPRISE, Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(
            operationId = "listSamplingStates",
            summary = "Switching states of a producer by HS heading; what is not listed is in normal inspection")
    public Response list(
            @QueryParam("uscc") @NotNull @Uscc String uscc,
            @QueryParam("hs") @HsPrefix String hs,
            @Context UriInfo uri) {
        return service.list(uscc, hs, caller).toResponse(uri);
    }
}
