package org.qualityzones.complaint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Idempotency;

/** Complaints of anybody. */
@Path("/public/v1/complaints")
@Tag(name = "Complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@SecurityRequirementsSet
public class PublicComplaintResource {

    private final ComplaintService service;
    private final ComplaintLimit limit;
    private final Idempotency idempotency;

    PublicComplaintResource(ComplaintService service, ComplaintLimit limit, Idempotency idempotency) {
        this.service = service;
        this.limit = limit;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "fileComplaint", summary = "Complain about goods or an enterprise")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ComplaintReceipt.class)))
    public Response file(
            @NotNull @Valid ComplaintCommands.File command,
            @Parameter(hidden = true) @HeaderParam("X-Forwarded-For") @DefaultValue("direct") String client) {
        limit.take(client);
        return idempotency.runOptional(() -> service.file(command));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getComplaintReceipt", summary = "How far a complaint is, not what it says")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ComplaintReceipt.class)))
    public Response receipt(@PathParam("id") UUID id) {
        return service.receipt(id).toResponse();
    }
}
