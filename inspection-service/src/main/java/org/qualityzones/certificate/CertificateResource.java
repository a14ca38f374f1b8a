package org.qualityzones.certificate;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;
import org.qualityzones.web.codes.Uscc;

/** Certificates of exemption from inspection. */
@Path("/api/v1/certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
@RunOnVirtualThread
class CertificateResource {

    private final CertificateService service;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;
    private final Caller caller;

    CertificateResource(CertificateService service, Idempotency idempotency, IfMatch ifMatch, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
        this.caller = caller;
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
    @Operation(operationId = "listCertificates", summary = "Certificates of the caller's rows, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of certificates",
            content = @Content(schema = @Schema(implementation = CertificatePage.class)))
    public Response list(
            @QueryParam("uscc") @Uscc String uscc,
            @QueryParam("status") CertificateStatus status,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return service.list(uscc, status, page, caller).toResponse(uri);
    }

    @GET
    @Path("/{number}")
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
    @Operation(operationId = "showCertificate", summary = "A certificate, now or as of an instant")
    @APIResponseSchema(value = CertificateView.class, responseCode = "200")
    public Response show(@PathParam("number") String number, @BeanParam AsOf point) {
        return service.show(number, point, caller).toResponse();
    }

    @POST
    @Path("/{number}/transitions")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "transitCertificate", summary = "Suspend, reinstate or revoke")
    @APIResponseSchema(value = CertificateView.class, responseCode = "200")
    public Response transit(
            @PathParam("number") String number, @NotNull @Valid CertificateCommands.Transition transition) {
        return idempotency.run(
                () -> service.authorize(number, caller), () -> service.transit(number, transition, ifMatch, caller));
    }

    /** A page of certificates, for the description of the API. */
    @Schema(name = "CertificatePage")
    record CertificatePage(List<CertificateView> items, String nextCursor) {}
}
