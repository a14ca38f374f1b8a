package org.qualityzones.correctiveaction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;
import org.qualityzones.web.codes.Uscc;

/** Corrective actions: submitted by the enterprise, verified or rejected by the office. */
@Path("/api/v1/corrective-actions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Corrective actions")
@RunOnVirtualThread
class CorrectiveActionResource {

    private final CorrectiveActionService service;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;
    private final Caller caller;

    CorrectiveActionResource(CorrectiveActionService service, Idempotency idempotency, IfMatch ifMatch, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
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
    @Operation(operationId = "listCorrectiveActions", summary = "Corrective actions of the caller's rows, newest first")
    public Response list(
            @QueryParam("producer") @Uscc String producer,
            @QueryParam("status") CorrectiveActionStatus status,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return service.list(producer, status, page, caller).toResponse(uri);
    }

    @GET
    @Path("/{id}")
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
    @Operation(operationId = "showCorrectiveAction", summary = "A corrective action")
    @APIResponseSchema(value = CorrectiveActionView.class, responseCode = "200")
    public Response show(@PathParam("id") UUID id) {
        return service.show(id, caller).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Roles.ENTERPRISE, Roles.INSPECTOR, Roles.BUREAU})
    @Operation(operationId = "transitCorrectiveAction", summary = "Submit, verify, reject or extend")
    @APIResponseSchema(value = CorrectiveActionView.class, responseCode = "200")
    public Response transit(@PathParam("id") UUID id, @NotNull @Valid CorrectiveActionCommands.Transition transition) {
        return idempotency.run(
                () -> service.authorize(id, caller), () -> service.transit(id, transition, ifMatch, caller));
    }
}
