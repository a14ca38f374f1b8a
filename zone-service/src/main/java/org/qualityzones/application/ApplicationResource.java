package org.qualityzones.application;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.qualityzones.assessment.ScoredSheet;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Applications over HTTP. */
@Path("/api/v1/zones/{code}/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "applications")
public class ApplicationResource {
    private final ApplicationService service;
    private final ApplicationAssessments assessments;
    private final Idempotency idempotency;

    ApplicationResource(ApplicationService service, ApplicationAssessments assessments, Idempotency idempotency) {
        this.service = service;
        this.assessments = assessments;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.LOCAL_GOVERNMENT)
    @Operation(operationId = "draftApplication", summary = "Draft an application for a grade")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response draft(@PathParam("code") String code, @NotNull @Valid ApplicationCommands.Draft command) {
        return idempotency.run(() -> service.authorize(code), () -> service.draft(code, command));
    }

    @GET
    @RolesAllowed({Roles.LOCAL_GOVERNMENT, Roles.BUREAU, Roles.AUTHORITY, Roles.INTEGRATOR, Roles.AUDITOR})
    @Operation(operationId = "listApplications", summary = "List the applications of a zone, newest first")
    public Response list(@PathParam("code") String code, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(code, page).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.LOCAL_GOVERNMENT, Roles.BUREAU, Roles.AUTHORITY, Roles.INTEGRATOR, Roles.AUDITOR})
    @Operation(operationId = "getApplication", summary = "Read an application")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response get(@PathParam("code") String code, @PathParam("id") UUID id) {
        return service.get(code, id).toResponse();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.LOCAL_GOVERNMENT)
    @Operation(operationId = "amendApplication", summary = "Replace the evidence of a draft or returned application")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response amend(
            @PathParam("code") String code,
            @PathParam("id") UUID id,
            @NotNull @Valid ApplicationCommands.Amend command) {
        return service.amend(code, id, command).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Roles.LOCAL_GOVERNMENT, Roles.BUREAU, Roles.AUTHORITY})
    @Operation(
            operationId = "transitionApplication",
            summary = "Do an action of the workflow application-provincial or application-national")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response transition(
            @PathParam("code") String code,
            @PathParam("id") UUID id,
            @NotNull @Valid ApplicationCommands.Transition command) {
        return idempotency.run(() -> service.authorize(code), () -> service.transition(code, id, command));
    }

    @GET
    @Path("/{id}/assessment")
    @RolesAllowed({Roles.LOCAL_GOVERNMENT, Roles.BUREAU, Roles.AUTHORITY, Roles.INTEGRATOR, Roles.AUDITOR})
    @Operation(operationId = "getAssessment", summary = "Read the scored sheet; its ETag is the application's")
    public Response assessment(@PathParam("code") String code, @PathParam("id") UUID id) {
        return assessments.get(code, id).toResponse();
    }

    @PUT
    @Path("/{id}/assessment")
    @RolesAllowed({Roles.BUREAU, Roles.AUTHORITY})
    @Operation(operationId = "scoreAssessment", summary = "Score the sheet; If-Match is the application's ETag")
    public Response score(@PathParam("code") String code, @PathParam("id") UUID id, @NotNull @Valid ScoredSheet sheet) {
        return assessments.score(code, id, sheet).toResponse();
    }
}
