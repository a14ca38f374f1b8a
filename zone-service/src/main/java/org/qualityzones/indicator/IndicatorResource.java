package org.qualityzones.indicator;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Figures and yearly reports over HTTP. */
@Path("/api/v1/zones/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "indicators")
public class IndicatorResource {
    private final IndicatorService service;
    private final Idempotency idempotency;

    IndicatorResource(IndicatorService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/indicators")
    @RolesAllowed(Roles.LOCAL_GOVERNMENT)
    @Operation(operationId = "reportIndicator", summary = "Report a figure of a zone for a year")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response report(@PathParam("code") String code, @NotNull @Valid IndicatorCommand command) {
        return idempotency.run(() -> service.authorize(code), () -> service.report(code, command));
    }

    @GET
    @Path("/indicators")
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
    @Operation(operationId = "listIndicators", summary = "List the figures of a zone, newest first")
    public Response list(@PathParam("code") String code, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(code, page).toResponse(uri);
    }

    @GET
    @Path("/indicators/{id}")
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
    @Operation(operationId = "getIndicator", summary = "Read a figure")
    @APIResponse(
            responseCode = "200",
            description = "The figure",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response get(@PathParam("code") String code, @PathParam("id") UUID id) {
        return service.get(code, id).toResponse();
    }

    @GET
    @Path("/reports/{year}")
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
    @Operation(
            operationId = "getYearReport",
            summary = "Read a year's figures beside those of the year before, with rates and aims")
    public YearReport year(@PathParam("code") String code, @PathParam("year") int year) {
        return service.year(code, year);
    }
}
