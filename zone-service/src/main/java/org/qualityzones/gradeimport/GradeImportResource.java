package org.qualityzones.gradeimport;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Import of historical grades over HTTP. */
@Path("/api/v1/zones/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "zones")
public class GradeImportResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final GradeImports imports;
    private final Idempotency idempotency;

    GradeImportResource(GradeImports imports, Idempotency idempotency) {
        this.imports = imports;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes({CSV, NDJSON})
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "importZoneGrades",
            summary = "Import historical grades with source and provenance",
            description = "CSV with the header code,nameZh,nameEn,areaCode,industryZh,industryEn,hsPrefixes,level,"
                    + "gradedFrom,gradedUntil,provenance,source (headings parted by spaces), or one JSON object in each"
                    + " line. Grades of a zone come oldest first. The same file twice changes nothing.")
    @APIResponse(
            responseCode = "202",
            description = "The job; the outcome of each row is at its resultUrl",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response start(@HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, InputStream file) {
        return idempotency.run(() -> imports.start(type));
    }
}
