package org.qualityzones.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.subscription.SubscriptionAccess;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.Roles;

/** Recoveries over HTTP. */
@Path("/api/v1/subscriptions/{id}/recoveries")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RecoveryResource {

    private final RecoveryService recoveries;
    private final SubscriptionAccess access;
    private final Idempotency idempotency;

    RecoveryResource(RecoveryService recoveries, SubscriptionAccess access, Idempotency idempotency) {
        this.recoveries = recoveries;
        this.access = access;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.ENTERPRISE, Roles.INTEGRATOR, Roles.BUREAU, Roles.AUTHORITY, Roles.LOCAL_GOVERNMENT})
    @Operation(summary = "Make up for what was missed; ?dryRun=true counts only")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RecoveryCommands.Recovery.class)))
    public Response recover(@PathParam("id") UUID id, @NotNull @Valid RecoveryCommands.Recover command) {
        return idempotency.run(() -> access.manageable(id), () -> recoveries.recover(id, command));
    }
}
