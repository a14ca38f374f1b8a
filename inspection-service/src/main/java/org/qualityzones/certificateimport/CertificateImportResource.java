package org.qualityzones.certificateimport;

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
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.Roles;
import org.qualityzones.web.jobs.Job;

/** Import of certificates over HTTP. */
@Path("/api/v1/certificates/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
@RunOnVirtualThread
class CertificateImportResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final CertificateImports imports;
    private final Idempotency idempotency;
    private final CurrentRequest request;

    CertificateImportResource(CertificateImports imports, Idempotency idempotency, CurrentRequest request) {
        this.imports = imports;
        this.idempotency = idempotency;
        this.request = request;
    }

    @POST
    @Consumes({CSV, NDJSON})
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "importCertificates",
            summary = "Import certificates issued elsewhere; the same file twice changes nothing",
            description =
                    "CSV with the header number,uscc,product,hsPrefixes,standard,validFrom,validUntil,revokedOn,provenance,"
                            + "source (prefixes with spaces between), or one JSON object with those members in each line"
                            + " (hsPrefixes a list). revokedOn may be empty. A number on record with other particulars is"
                            + " refused.")
    @APIResponse(
            responseCode = "202",
            description = "The job; the outcome of each row is at its resultUrl",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response start(@HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, InputStream file) {
        return idempotency.run(() -> imports.start(request, "csv".equals(type.getSubtype())));
    }
}
