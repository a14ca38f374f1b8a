package org.qualityzones.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.Roles;
import org.qualityzones.web.codes.HsCode;
import org.qualityzones.web.jobs.Job;

/** The dated catalogue of commodities subject to statutory inspection. */
@Path("/api/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@RunOnVirtualThread
class CatalogueResource {

    private final CatalogueService service;
    private final Idempotency idempotency;
    private final CurrentRequest request;
    private final Caller caller;

    CatalogueResource(CatalogueService service, Idempotency idempotency, CurrentRequest request, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.request = request;
        this.caller = caller;
    }

    @GET
    @Path("/{hsCode}")
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
    @Operation(summary = "What the catalogue says of a code on a day (today in Asia/Shanghai unless asOf is given)")
    public CatalogueView find(@PathParam("hsCode") @HsCode String hsCode, @QueryParam("asOf") Instant asOf) {
        return service.find(hsCode, asOf);
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(summary = "Import rows of the catalogue; the same file twice changes nothing")
    @APIResponse(
            responseCode = "202",
            description = "The job that imports the file",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response startImport(InputStream file) {
        return idempotency.run(() -> service.startImport(request, caller));
    }
}
