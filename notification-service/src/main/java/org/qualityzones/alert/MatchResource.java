package org.qualityzones.alert;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.Roles;

/** Matches of an alert over HTTP. */
@Path("/api/v1/alerts/{id}/matches")
@Tag(name = "Alerts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MatchResource {

    private final MatchService service;
    private final Idempotency idempotency;

    MatchResource(MatchService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
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
    @Operation(operationId = "listAlertMatches", summary = "Enterprises an alert may be about, best first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MatchView.Items.class)))
    public Response list(@PathParam("id") UUID id) {
        return service.list(id).toResponse();
    }

    @POST
    @RolesAllowed({Roles.BUREAU, Roles.AUTHORITY})
    @Operation(
            operationId = "proposeAlertMatches",
            summary = "Look again for enterprises an active alert may be about",
            description = "Finds what was registered since the alert was recorded and has no brand that would tell. The"
                    + " body is empty. Answers all matches, best first.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MatchView.Items.class)))
    public Response propose(@PathParam("id") UUID id) {
        return idempotency.run(() -> service.propose(id));
    }

    @GET
    @Path("/{matchId}")
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
    @Operation(operationId = "getAlertMatch", summary = "One match with its explained score")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MatchView.class)))
    public Response get(@PathParam("id") UUID id, @PathParam("matchId") UUID matchId) {
        return service.get(id, matchId).toResponse();
    }

    @POST
    @Path("/{matchId}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BUREAU, Roles.AUTHORITY})
    @Operation(operationId = "transitionAlertMatch", summary = "Confirm or reject a match")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MatchView.class)))
    public Response transition(
            @PathParam("id") UUID id,
            @PathParam("matchId") UUID matchId,
            @NotNull @Valid AlertCommands.Decision command) {
        return idempotency.run(
                () -> service.requireDecidable(id, matchId), () -> service.transition(id, matchId, command));
    }
}
