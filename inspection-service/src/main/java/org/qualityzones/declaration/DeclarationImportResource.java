package org.qualityzones.declaration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.Roles;
import org.qualityzones.web.jobs.Job;

/** Files many declarations at once. */
@Path("/api/v1/declarations/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Declarations")
@RunOnVirtualThread
class DeclarationImportResource {

    private final DeclarationImports imports;
    private final Idempotency idempotency;
    private final CurrentRequest request;
    private final Caller caller;

    DeclarationImportResource(
            DeclarationImports imports, Idempotency idempotency, CurrentRequest request, Caller caller) {
        this.imports = imports;
        this.idempotency = idempotency;
        this.request = request;
        this.caller = caller;
    }

    @POST
    @Consumes("application/x-ndjson")
    @RolesAllowed({Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.BUREAU})
    @Operation(
            operationId = "importDeclarations",
            summary = "File up to 100,000 declarations; each line is decided as if it were filed by itself",
            description =
                    "One JSON object in each line, as the body of a declaration. A row that was filed before by the same"
                            + " caller stays as it is, so the same file twice, or again after it broke off, changes nothing.")
    @APIResponse(
            responseCode = "202",
            description = "The job; the outcome of each row is at its resultUrl",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response start(InputStream file) {
        return idempotency.run(() -> imports.start(request, Filer.of(caller)));
    }
}
