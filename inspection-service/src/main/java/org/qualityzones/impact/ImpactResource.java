package org.qualityzones.impact;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;
import org.qualityzones.web.jobs.Job;

/** What a rule set would have changed. */
@Path("/api/v1/rule-sets/{version}/impact-reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
@RunOnVirtualThread
class ImpactResource {

    private final ImpactService service;
    private final Idempotency idempotency;
    private final Caller caller;

    ImpactResource(ImpactService service, Idempotency idempotency, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "startImpactReport",
            summary = "Decide the stored facts of a period again by this rule set; the report's id is the job's")
    @APIResponse(
            responseCode = "202",
            description = "The job that makes the report",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response start(@PathParam("version") String version, @NotNull @Valid ImpactCommand command) {
        return idempotency.run(() -> service.start(version, command, caller));
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(operationId = "listImpactReports", summary = "Impact reports of a rule set, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of reports",
            content = @Content(schema = @Schema(implementation = ImpactReportPage.class)))
    public Response list(@PathParam("version") String version, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(version, page).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(operationId = "findImpactReport", summary = "An impact report")
    @APIResponseSchema(value = ImpactReportView.class, responseCode = "200")
    public Response find(@PathParam("version") String version, @PathParam("id") UUID id) {
        return service.find(version, id).toResponse();
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(
            operationId = "listImpactChanges",
            summary = "Decisions that would have another outcome, oldest first; at most 10,000 of a report")
    @APIResponse(
            responseCode = "200",
            description = "A page of decisions",
            content = @Content(schema = @Schema(implementation = ImpactChangePage.class)))
    public Response changes(
            @PathParam("version") String version,
            @PathParam("id") UUID id,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return service.changes(version, id, page).toResponse(uri);
    }

    /** A page of reports, for the description of the API. */
    @Schema(name = "ImpactReportPage")
    record ImpactReportPage(List<ImpactReportView> items, String nextCursor) {}

    /** A page of changed decisions, for the description of the API. */
    @Schema(name = "ImpactChangePage")
    record ImpactChangePage(List<ImpactChangeView> items, String nextCursor) {}
}
