package org.qualityzones.technicalmeasure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Technical measures over HTTP. */
@Path("/api/v1/technical-measures")
@Tag(name = "Technical measures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TechnicalMeasureResource {

    private final MeasureService service;
    private final Idempotency idempotency;

    TechnicalMeasureResource(MeasureService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.AUTHORITY, Roles.BUREAU})
    @Operation(operationId = "recordTechnicalMeasure", summary = "Record a TBT or SPS notification")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MeasureView.class)))
    public Response record(@NotNull @Valid MeasureCommands.Record command) {
        return idempotency.run(() -> service.record(command));
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
    @Operation(operationId = "listTechnicalMeasures", summary = "Technical measures, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeasureView.Items.class)))
    public Response list(@BeanParam @Valid MeasureQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(query, page).toResponse(uri);
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
    @Operation(operationId = "getTechnicalMeasure", summary = "One technical measure")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeasureView.class)))
    public Response get(@PathParam("id") UUID id) {
        return service.get(id).toResponse();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.AUTHORITY, Roles.BUREAU})
    @Operation(operationId = "replaceTechnicalMeasure", summary = "Record what has become of a notification")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeasureView.class)))
    public Response replace(@PathParam("id") UUID id, @NotNull @Valid MeasureCommands.Record command) {
        return service.replace(id, command).toResponse();
    }
}
