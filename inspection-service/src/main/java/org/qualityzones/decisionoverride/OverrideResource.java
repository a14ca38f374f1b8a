package org.qualityzones.decisionoverride;

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

/** Overrides of a decision: proposed by an inspecting office, approved or refused by a second person of it. */
@Path("/api/v1/decisions/{id}/overrides")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
@RunOnVirtualThread
class OverrideResource {

    private final OverrideService service;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;
    private final Caller caller;

    OverrideResource(OverrideService service, Idempotency idempotency, IfMatch ifMatch, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.INSPECTOR, Roles.BUREAU})
    @Operation(operationId = "proposeOverride", summary = "Propose another outcome, with the reason")
    @APIResponseSchema(value = OverrideView.class, responseCode = "201")
    public Response propose(@PathParam("id") UUID id, @NotNull @Valid OverrideCommands.Propose proposal) {
        return idempotency.run(() -> service.authorize(id, caller), () -> service.propose(id, proposal, caller));
    }

    @GET
    @RolesAllowed({Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(
            operationId = "listOverrides",
            summary = "Overrides of a decision, newest first; its parties see those that were approved")
    public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(id, page, caller).toResponse(uri);
    }

    @GET
    @Path("/{overrideId}")
    @RolesAllowed({Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(operationId = "showOverride", summary = "An override")
    @APIResponseSchema(value = OverrideView.class, responseCode = "200")
    public Response show(@PathParam("id") UUID id, @PathParam("overrideId") UUID overrideId) {
        return service.show(id, overrideId, caller).toResponse();
    }

    @POST
    @Path("/{overrideId}/transitions")
    @RolesAllowed({Roles.INSPECTOR, Roles.BUREAU})
    @Operation(
            operationId = "transitOverride",
            summary = "Approve or refuse as a second person; approving decides the line anew")
    @APIResponseSchema(value = OverrideView.class, responseCode = "200")
    public Response transit(
            @PathParam("id") UUID id,
            @PathParam("overrideId") UUID overrideId,
            @NotNull @Valid OverrideCommands.Transition transition) {
        return idempotency.run(
                () -> service.authorize(id, caller),
                () -> service.transit(id, overrideId, transition, ifMatch, caller));
    }
}
