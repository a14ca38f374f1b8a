package org.qualityzones.web.jobs;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Roles;
import org.qualityzones.web.ServiceName;

/** Jobs, for whoever started them and for operators. */
@Path("/api/v1/{service}/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
@Tag(name = "jobs")
@RolesAllowed({
    Roles.ENTERPRISE,
    Roles.FILING_AGENT,
    Roles.LOCAL_GOVERNMENT,
    Roles.INSPECTOR,
    Roles.BUREAU,
    Roles.AUTHORITY,
    Roles.OPERATOR
})
public class JobResource {

    private final Jobs jobs;
    private final JobRows rows;
    private final ServiceName service;

    public JobResource(Jobs jobs, JobRows rows, ServiceName service) {
        this.jobs = jobs;
        this.rows = rows;
        this.service = service;
    }

    @GET
    @Operation(operationId = "getJob", summary = "How far a job is")
    public Job get(@PathParam("service") String name, @PathParam("id") UUID id) {
        service.require(name);
        return jobs.get(id);
    }

    @DELETE
    @Operation(operationId = "cancelJob", summary = "Asks a running job to stop; rows done stay done")
    public Response cancel(@PathParam("service") String name, @PathParam("id") UUID id) {
        service.require(name);
        Job job = jobs.cancel(id);
        return Answer.accepted(job.location(), job).toResponse();
    }

    @GET
    @Path("/results")
    @Produces("application/x-ndjson")
    @Operation(operationId = "getJobResults", summary = "What became of each row, one JSON object a line")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = JobRow.class)))
    public StreamingOutput results(@PathParam("service") String name, @PathParam("id") UUID id) {
        service.require(name);
        return rows.of(jobs.get(id));
    }
}
