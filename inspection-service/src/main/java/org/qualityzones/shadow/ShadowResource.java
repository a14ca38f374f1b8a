package org.qualityzones.shadow;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Drafts beside the live rule set. */
@Path("/api/v1/rule-sets/{version}/shadow-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
@RunOnVirtualThread
class ShadowResource {

    private final ShadowService service;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;
    private final Caller caller;

    ShadowResource(ShadowService service, Idempotency idempotency, IfMatch ifMatch, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "startShadowRun",
            summary =
                    "Run a draft beside the live rule set: it counts where it would decide otherwise, and decides nothing")
    @APIResponseSchema(value = ShadowRunView.class, responseCode = "201")
    public Response start(@PathParam("version") String version) {
        return idempotency.run(() -> service.start(version, caller));
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(operationId = "listShadowRuns", summary = "Shadow runs of a rule set, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of runs",
            content = @Content(schema = @Schema(implementation = ShadowRunPage.class)))
    public Response list(@PathParam("version") String version, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(version, page).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(operationId = "findShadowRun", summary = "A shadow run and its counters")
    @APIResponseSchema(value = ShadowRunView.class, responseCode = "200")
    public Response find(@PathParam("version") String version, @PathParam("id") UUID id) {
        return service.find(version, id).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "transitShadowRun", summary = "Stop a shadow run")
    @APIResponseSchema(value = ShadowRunView.class, responseCode = "200")
    public Response transit(
            @PathParam("version") String version, @PathParam("id") UUID id, @NotNull @Valid ShadowCommand command) {
        return idempotency.run(() -> service.transit(version, id, command, ifMatch, caller));
    }

    /** A page of runs, for the description of the API. */
    @Schema(name = "ShadowRunPage")
    record ShadowRunPage(List<ShadowRunView> items, String nextCursor) {}
}
