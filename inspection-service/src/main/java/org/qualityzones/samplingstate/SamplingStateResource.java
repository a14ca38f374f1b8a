package org.qualityzones.samplingstate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Roles;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.Uscc;

/** Switching states of sampling by producer and HS heading. */
@Path("/api/v1/sampling-states")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inspections")
@RunOnVirtualThread
class SamplingStateResource {

    private static final String HEADING = "(?!00|98|99)[0-9]{4}";

    private final SamplingStateService service;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;
    private final Caller caller;

    SamplingStateResource(SamplingStateService service, Idempotency idempotency, IfMatch ifMatch, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
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

    @GET
    @Path("/{uscc}/{hsHeading}")
    @RolesAllowed({Roles.ENTERPRISE, Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(operationId = "showSamplingState", summary = "The switching state of a producer and an HS heading")
    @APIResponseSchema(value = SamplingStateView.class, responseCode = "200")
    public Response show(
            @PathParam("uscc") @Uscc String uscc, @PathParam("hsHeading") @Pattern(regexp = HEADING) String heading) {
        return service.show(uscc, heading, caller).toResponse();
    }

    @POST
    @Path("/{uscc}/{hsHeading}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSPECTOR, Roles.BUREAU})
    @Operation(
            operationId = "transitSamplingState",
            summary = "Record what reduced inspection asks for: approval, steady production")
    @APIResponseSchema(value = SamplingStateView.class, responseCode = "200")
    public Response transit(
            @PathParam("uscc") @Uscc String uscc,
            @PathParam("hsHeading") @Pattern(regexp = HEADING) String heading,
            @NotNull @Valid SamplingStateCommands.Transition transition) {
        return idempotency.run(
                () -> service.authorize(uscc, caller),
                () -> service.transit(uscc, heading, transition, ifMatch, caller));
    }
}
