package org.qualityzones.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

/** Deliveries over HTTP. */
@Path("/api/v1/deliveries")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DeliveryResource {

    private final DeliveryService service;
    private final Idempotency idempotency;

    DeliveryResource(DeliveryService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.INTEGRATOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.LOCAL_GOVERNMENT,
        Roles.AUDITOR
    })
    @Operation(summary = "Deliveries of the caller's subscriptions with their attempts, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeliveryView.Items.class)))
    public Response list(@BeanParam @Valid DeliveryQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(query, page).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.INTEGRATOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.LOCAL_GOVERNMENT,
        Roles.AUDITOR
    })
    @Operation(summary = "One delivery with its attempts")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response get(UUID id) {
        return service.get(id).toResponse();
    }

    @POST
    @Path("/{id}/redeliveries")
    @RolesAllowed({Roles.ENTERPRISE, Roles.INTEGRATOR, Roles.BUREAU, Roles.AUTHORITY, Roles.LOCAL_GOVERNMENT})
    @Operation(summary = "Send one again, under the same message id")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response redeliver(UUID id) {
        return idempotency.run(() -> service.requireManageable(id), () -> service.redeliver(id));
    }
}
