package org.qualityzones.investigation;

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

/** Investigations over HTTP. */
@Path("/api/v1/investigations")
@Tag(name = "Investigations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InvestigationResource {

    private final InvestigationService service;
    private final Idempotency idempotency;

    InvestigationResource(InvestigationService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.BUREAU)
    @Operation(
            operationId = "openInvestigation",
            summary = "Open an investigation of an alert at one enterprise",
            description = "From a confirmed match, or at the enterprise that the alert or the request names.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = InvestigationView.class)))
    public Response open(@NotNull @Valid InvestigationCommands.Open command) {
        return idempotency.run(() -> service.open(command));
    }

    @GET
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.LOCAL_GOVERNMENT,
        Roles.INSPECTOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.INTEGRATOR,
        Roles.AUDITOR
    })
    @Operation(operationId = "listInvestigations", summary = "Investigations, newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = InvestigationView.Items.class)))
    public Response list(
            @BeanParam @Valid InvestigationQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(query, page).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.LOCAL_GOVERNMENT,
        Roles.INSPECTOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.INTEGRATOR,
        Roles.AUDITOR
    })
    @Operation(operationId = "getInvestigation", summary = "One investigation")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvestigationView.class)))
    public Response get(@PathParam("id") UUID id) {
        return service.get(id).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed(Roles.BUREAU)
    @Operation(
            operationId = "transitionInvestigation",
            summary = "Assign, transfer, conclude or close an investigation")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvestigationView.class)))
    public Response transition(@PathParam("id") UUID id, @NotNull @Valid InvestigationCommands.Transition command) {
        return idempotency.run(() -> service.requireChangeable(id), () -> service.transition(id, command));
    }
}
