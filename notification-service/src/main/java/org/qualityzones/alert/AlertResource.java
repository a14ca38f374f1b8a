package org.qualityzones.alert;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Alerts over HTTP. */
@Path("/api/v1/alerts")
@Tag(name = "Alerts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertResource {

    private final AlertService service;
    private final Idempotency idempotency;

    AlertResource(AlertService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.BUREAU, Roles.AUTHORITY})
    @Operation(operationId = "recordAlert", summary = "Record a foreign notification, recall, return or finding")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AlertView.class)))
    public Response record(@NotNull @Valid AlertCommands.Record command) {
        return idempotency.run(() -> service.record(command));
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
    @Operation(operationId = "listAlerts", summary = "Alerts, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertView.Items.class)))
    public Response list(@BeanParam @Valid AlertQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(query, page).toResponse(uri);
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
    @Operation(operationId = "getAlert", summary = "One alert")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertView.class)))
    public Response get(@PathParam("id") UUID id) {
        return service.get(id).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Roles.BUREAU, Roles.AUTHORITY})
    @Operation(operationId = "transitionAlert", summary = "Withdraw or supersede an alert")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertView.class)))
    public Response transition(@PathParam("id") UUID id, @NotNull @Valid AlertCommands.Transition command) {
        return idempotency.run(() -> service.requireChangeable(id), () -> service.transition(id, command));
    }
}
