package org.qualityzones.reference;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.jobs.Job;

/** The dated tables that decisions read. */
@Path("/api/v1/reference-tables/{table}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference tables")
@RunOnVirtualThread
class ReferenceResource {

    private final ReferenceService service;
    private final Idempotency idempotency;
    private final CurrentRequest request;

    ReferenceResource(ReferenceService service, Idempotency idempotency, CurrentRequest request) {
        this.service = service;
        this.idempotency = idempotency;
        this.request = request;
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
    @Operation(
            operationId = "listReferenceRows",
            summary = "Rows of a table, newest first; with asOf only those in force on that day in Asia/Shanghai")
    @APIResponse(
            responseCode = "200",
            description = "A page of rows",
            content = @Content(schema = @Schema(implementation = ReferenceRowPage.class)))
    public Response list(
            @PathParam("table") String table,
            @QueryParam("key") @Text String key,
            @QueryParam("asOf") Instant asOf,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return service.list(table, key, asOf, page).toResponse(uri);
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "importReferenceRows",
            summary = "Import rows of a table; the same file twice changes nothing")
    @APIResponse(
            responseCode = "202",
            description = "The job that imports the file",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response startImport(@PathParam("table") String table, InputStream file) {
        return idempotency.run(() -> service.startImport(table, request));
    }

    /** A page of rows, for the description of the API. */
    @Schema(name = "ReferenceRowPage")
    record ReferenceRowPage(List<ReferenceRowView> items, String nextCursor) {}
}
