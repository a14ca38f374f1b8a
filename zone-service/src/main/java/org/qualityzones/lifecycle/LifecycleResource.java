package org.qualityzones.lifecycle;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.assessment.ScoredSheet;
import org.qualityzones.contracts.ZoneState;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.Roles;

/** Acts on grades over HTTP. */
@Path("/api/v1/zones/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "life cycle")
public class LifecycleResource {
    private final LifecycleService service;
    private final ImpactService impacts;
    private final ReviewService reviews;
    private final Idempotency idempotency;

    LifecycleResource(LifecycleService service, ImpactService impacts, ReviewService reviews, Idempotency idempotency) {
        this.service = service;
        this.impacts = impacts;
        this.reviews = reviews;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/transitions")
    @RolesAllowed({Roles.BUREAU, Roles.AUTHORITY})
    @Operation(
            operationId = "transitionZone",
            summary = "Do an action of the workflow zone",
            description = "dryRun=true answers what would follow (members, titles, measures) and changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "The zone",
            content = @Content(schema = @Schema(implementation = ZoneState.class)))
    public Response transition(
            @PathParam("code") String code,
            @QueryParam("dryRun") Boolean dryRun,
            @NotNull @Valid TransitionCommand command) {
        return idempotency.run(() -> service.authorize(code), () -> act(code, dryRun, command));
    }

    @GET
    @Path("/review")
    @RolesAllowed({Roles.LOCAL_GOVERNMENT, Roles.BUREAU, Roles.AUTHORITY, Roles.INTEGRATOR, Roles.AUDITOR})
    @Operation(operationId = "getZoneReview", summary = "Read the open review of a zone")
    public Response review(@PathParam("code") String code) {
        return reviews.get(code).toResponse();
    }

    @PUT
    @Path("/review")
    @RolesAllowed({Roles.BUREAU, Roles.AUTHORITY})
    @Operation(operationId = "scoreZoneReview", summary = "Score the open review of a zone")
    public Response score(@PathParam("code") String code, @NotNull @Valid ScoredSheet sheet) {
        return reviews.score(code, sheet).toResponse();
    }

    private Answer act(String code, Boolean dryRun, TransitionCommand command) {
        return Boolean.TRUE.equals(dryRun) ? impacts.impact(code, command) : service.transition(code, command);
    }
}
