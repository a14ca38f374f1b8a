package org.qualityzones.annualreport;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.Page;
import org.qualityzones.web.Roles;

/** Annual reports on exempt trade. */
@Path("/api/v1/certificates/{number}/annual-reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
@RunOnVirtualThread
class AnnualReportResource {

    private final AnnualReportService service;
    private final Idempotency idempotency;
    private final Caller caller;

    AnnualReportResource(AnnualReportService service, Idempotency idempotency, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.ENTERPRISE)
    @Operation(operationId = "fileAnnualReport", summary = "Report on a year's exempt trade, by 31 January of the next")
    @APIResponseSchema(value = AnnualReportView.class, responseCode = "201")
    public Response file(@PathParam("number") String number, @NotNull @Valid AnnualReportCommand command) {
        return idempotency.run(() -> service.authorize(number, caller), () -> service.file(number, command, caller));
    }

    @GET
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.LOCAL_GOVERNMENT,
        Roles.INSPECTOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.INTEGRATOR,
        Roles.AUDITOR
    })
    @Operation(operationId = "listAnnualReports", summary = "Annual reports of a certificate, newest year first")
    public Page<AnnualReportView> list(@PathParam("number") String number) {
        return service.list(number, caller);
    }

    @GET
    @Path("/{year}")
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.LOCAL_GOVERNMENT,
        Roles.INSPECTOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.INTEGRATOR,
        Roles.AUDITOR
    })
    @Operation(operationId = "showAnnualReport", summary = "The report of a year")
    @APIResponseSchema(value = AnnualReportView.class, responseCode = "200")
    public Response show(@PathParam("number") String number, @PathParam("year") int year) {
        return service.show(number, year, caller).toResponse();
    }
}
