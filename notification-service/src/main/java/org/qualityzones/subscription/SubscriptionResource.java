package org.qualityzones.subscription;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Subscriptions over HTTP. */
@Path("/api/v1/subscriptions")
@Tag(name = "Subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SubscriptionResource {

    private final SubscriptionService service;
    private final KeyService keys;
    private final PreviewService previews;
    private final Destinations destinations;
    private final SubscriptionAccess access;
    private final Idempotency idempotency;

    SubscriptionResource(
            SubscriptionService service,
            KeyService keys,
            PreviewService previews,
            Destinations destinations,
            SubscriptionAccess access,
            Idempotency idempotency) {
        this.service = service;
        this.keys = keys;
        this.previews = previews;
        this.destinations = destinations;
        this.access = access;
        this.idempotency = idempotency;
    }

    @POST
    @ShowsSecret
    @RolesAllowed({Roles.ENTERPRISE, Roles.INTEGRATOR, Roles.BUREAU, Roles.AUTHORITY, Roles.LOCAL_GOVERNMENT})
    @Operation(summary = "Subscribe; the secret is shown once")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response create(@NotNull @Valid SubscriptionCommands.Create command) {
        destinations.requireReachable(command.channel(), command.target());
        return idempotency.run(() -> access.ownerOf(command.filterOrEverything()), () -> service.create(command));
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
    @Operation(summary = "Subscriptions the caller may read, newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SubscriptionView.Items.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(page).toResponse(uri);
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
    @Operation(summary = "One subscription, without its secret")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response get(UUID id) {
        return service.get(id).toResponse();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.ENTERPRISE, Roles.INTEGRATOR, Roles.BUREAU, Roles.AUTHORITY, Roles.LOCAL_GOVERNMENT})
    @Operation(summary = "Replace target and filter")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response replace(UUID id, @NotNull @Valid SubscriptionCommands.Create command) {
        destinations.requireReachable(command.channel(), command.target());
        return service.replace(id, command).toResponse();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ENTERPRISE, Roles.INTEGRATOR, Roles.BUREAU, Roles.AUTHORITY, Roles.LOCAL_GOVERNMENT})
    @Operation(summary = "Unsubscribe; the deliveries stay as a record")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Roles.ENTERPRISE, Roles.INTEGRATOR, Roles.BUREAU, Roles.AUTHORITY, Roles.LOCAL_GOVERNMENT})
    @Operation(summary = "Pause, resume or disable")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response transition(UUID id, @NotNull @Valid SubscriptionCommands.Transition command) {
        return idempotency.run(() -> access.manageable(id), () -> service.transition(id, command));
    }

    @POST
    @Path("/preview")
    @RolesAllowed({Roles.ENTERPRISE, Roles.INTEGRATOR, Roles.BUREAU, Roles.AUTHORITY, Roles.LOCAL_GOVERNMENT})
    @Operation(summary = "Try a filter on the newest events; stores nothing")
    public PreviewService.Preview preview(@NotNull @Valid SubscriptionCommands.Preview command) {
        return previews.preview(command.filterOrEverything());
    }

    @GET
    @Path("/{id}/keys")
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.INTEGRATOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.LOCAL_GOVERNMENT,
        Roles.AUDITOR
    })
    @Operation(summary = "Signing keys, without their secrets")
    public KeyView.Items keys(UUID id) {
        return keys.list(id);
    }

    @POST
    @ShowsSecret
    @Path("/{id}/secret-rotations")
    @RolesAllowed({Roles.ENTERPRISE, Roles.INTEGRATOR, Roles.BUREAU, Roles.AUTHORITY, Roles.LOCAL_GOVERNMENT})
    @Operation(summary = "Make a new secret; old and new sign while they overlap")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Response rotate(UUID id, @NotNull @Valid SubscriptionCommands.Rotate command) {
        return idempotency.run(() -> access.manageable(id), () -> keys.rotate(id, command));
    }
}
