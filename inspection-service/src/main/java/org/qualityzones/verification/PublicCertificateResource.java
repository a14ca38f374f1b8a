package org.qualityzones.verification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.codes.ReferenceText;

/** What a certificate is, for anyone. */
@Path("/public/v1/certificates/{number}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@SecurityRequirementsSet
@Tag(name = "Verification")
class PublicCertificateResource {

    private final VerificationService service;

    PublicCertificateResource(VerificationService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "verifyCertificate",
            summary = "Whether a certificate is valid now, or was at an instant; an unknown number is NOT_OURS")
    public PublicAnswer answer(@PathParam("number") @ReferenceText String number, @BeanParam AsOf point) {
        return service.answer(number, point);
    }
}
