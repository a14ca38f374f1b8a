package org.qualityzones.measure;

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

/** Measures over HTTP. */
@Path("/api/v1/zones/{code}/measures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "measures")
public class MeasureResource {
    private final MeasureService service;
    private final Idempotency idempotency;

    MeasureResource(MeasureService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "grantMeasure", summary = "Grant a measure to a zone")
    @APIResponse(
            responseCode = "201",
            description = "Granted",
            content = @Content(schema = @Schema(implementation = MeasureView.class)))
    public Response grant(@PathParam("code") String code, @NotNull @Valid MeasureCommands.Grant command) {
        return idempotency.run(() -> service.grant(code, command));
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
    @Operation(operationId = "listMeasures", summary = "List the measures of a zone, newest first")
    public Response list(@PathParam("code") String code, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(code, page).toResponse(uri);
    }

    @GET
    @Path("/{id}")
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
    @Operation(operationId = "getMeasure", summary = "Read a measure")
    @APIResponse(
            responseCode = "200",
            description = "The measure",
            content = @Content(schema = @Schema(implementation = MeasureView.class)))
    public Response get(@PathParam("code") String code, @PathParam("id") UUID id) {
        return service.get(code, id).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "transitionMeasure", summary = "End a measure")
    @APIResponse(
            responseCode = "200",
            description = "The measure",
            content = @Content(schema = @Schema(implementation = MeasureView.class)))
    public Response transition(
            @PathParam("code") String code,
            @PathParam("id") UUID id,
            @NotNull @Valid MeasureCommands.Transition command) {
        return idempotency.run(() -> service.transition(code, id, command));
    }
}
