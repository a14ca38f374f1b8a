package org.qualityzones.alertimport;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.Roles;
import org.qualityzones.web.jobs.Job;

/** Import of alerts over HTTP. */
@Path("/api/v1/alerts/imports")
@Tag(name = "Alerts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertImportResource {

    private final AlertImports imports;
    private final Idempotency idempotency;

    AlertImportResource(AlertImports imports, Idempotency idempotency) {
        this.imports = imports;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes({"text/csv", "application/x-ndjson"})
    @RolesAllowed({Roles.BUREAU, Roles.AUTHORITY})
    @Operation(
            operationId = "importAlerts",
            summary = "Import a file of a source",
            description = "CSV as the source publishes it, or one JSON object in each line, as the body of a recording."
                    + " A row that is on record changes nothing, so the same file may be sent again after a failure.")
    @APIResponse(
            responseCode = "202",
            description = "The job; the outcome of each row is at its resultUrl",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response start(@QueryParam("format") @NotNull ImportFormat format, InputStream file) {
        return idempotency.run(() -> imports.start(format));
    }
}
