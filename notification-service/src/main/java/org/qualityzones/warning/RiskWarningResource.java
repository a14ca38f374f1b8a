package org.qualityzones.warning;

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

/** Risk warnings over HTTP. */
@Path("/api/v1/risk-warnings")
@Tag(name = "Risk warnings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RiskWarningResource {

    private final WarningService service;
    private final WarningRows rows;
    private final Idempotency idempotency;

    RiskWarningResource(WarningService service, WarningRows rows, Idempotency idempotency) {
        this.service = service;
        this.rows = rows;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.AUTHORITY, Roles.BUREAU})
    @Operation(operationId = "issueRiskWarning", summary = "Issue a risk warning")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RiskWarningView.class)))
    public Response issue(@NotNull @Valid WarningCommands.Issue command) {
        return idempotency.run(() -> rows.requireIssuable(command), () -> service.issue(command));
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
    @Operation(operationId = "listRiskWarnings", summary = "Risk warnings, newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RiskWarningView.Items.class)))
    public Response list(
            @QueryParam("status") WarningStatus status,
            @QueryParam("uscc") @Uscc String uscc,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return service.list(status, uscc, page).toResponse(uri);
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
    @Operation(operationId = "getRiskWarning", summary = "One risk warning")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RiskWarningView.class)))
    public Response get(@PathParam("id") UUID id) {
        return service.get(id).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Roles.AUTHORITY, Roles.BUREAU})
    @Operation(operationId = "transitionRiskWarning", summary = "Lift a risk warning")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RiskWarningView.class)))
    public Response transition(@PathParam("id") UUID id, @NotNull @Valid WarningCommands.Transition command) {
        return idempotency.run(() -> service.requireLiftable(id), () -> service.transition(id, command));
    }
}
