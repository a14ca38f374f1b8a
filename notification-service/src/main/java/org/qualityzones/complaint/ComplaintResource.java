package org.qualityzones.complaint;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;
import org.qualityzones.web.codes.Uscc;

/** Complaints for the offices that deal with them. */
@Path("/api/v1/complaints")
@Tag(name = "Complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHORITY, Roles.BUREAU})
@RunOnVirtualThread
public class ComplaintResource {

    private final ComplaintService service;
    private final Idempotency idempotency;

    ComplaintResource(ComplaintService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(operationId = "listComplaints", summary = "Complaints without contacts, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ComplaintView.Items.class)))
    public Response list(
            @QueryParam("status") ComplaintStatus status,
            @QueryParam("uscc") @Uscc String uscc,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return service.list(status, uscc, page).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getComplaint", summary = "One complaint with its contact; who read it is recorded")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    public Response get(@PathParam("id") UUID id) {
        return service.get(id).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @Operation(operationId = "transitionComplaint", summary = "Accept, resolve or dismiss a complaint")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    public Response transition(@PathParam("id") UUID id, @NotNull @Valid ComplaintCommands.Transition command) {
        return idempotency.run(() -> service.requireVisible(id), () -> service.transition(id, command));
    }
}
