package org.qualityzones.declaration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.Roles;

/** Verification of the documents of a line. */
@Path("/api/v1/declarations/{id}/lines/{lineNo}/document-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Declarations")
@RunOnVirtualThread
class DocumentVerificationResource {

    private final DocumentVerificationService service;
    private final Idempotency idempotency;
    private final Caller caller;

    DocumentVerificationResource(DocumentVerificationService service, Idempotency idempotency, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.INSPECTOR, Roles.BUREAU})
    @Operation(operationId = "verifyDocuments", summary = "Verify the documents of a line that was decided VERIFY")
    @APIResponseSchema(value = DocumentVerificationView.class, responseCode = "201")
    public Response verify(
            @PathParam("id") UUID id,
            @PathParam("lineNo") int lineNo,
            @NotNull @Valid DeclarationCommands.Verification verification) {
        return idempotency.run(
                () -> service.authorize(id, lineNo, caller),
                () -> service.verify(id, lineNo, verification.finding(), caller));
    }
}
