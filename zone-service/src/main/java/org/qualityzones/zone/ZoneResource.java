package org.qualityzones.zone;

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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.contracts.ZoneState;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Zones over HTTP. */
@Path("/api/v1/zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "zones")
public class ZoneResource {
    private final ZoneService service;
    private final ZoneAccess access;
    private final Idempotency idempotency;

    ZoneResource(ZoneService service, ZoneAccess access, Idempotency idempotency) {
        this.service = service;
        this.access = access;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.LOCAL_GOVERNMENT)
    @Operation(operationId = "createZone", summary = "Open a zone that is being built up")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = ZoneState.class)))
    public Response create(@NotNull @Valid ZoneCommands.Create command) {
        return idempotency.run(() -> access.requireArea(command.areaCode()), () -> service.create(command));
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
    @Operation(operationId = "listZones", summary = "List zones, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of zones",
            content = @Content(schema = @Schema(implementation = ZonePage.class)))
    public Response list(
            @Valid @BeanParam ZoneFilter filter, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(filter, page).toResponse(uri);
    }

    @GET
    @Path("/{code}")
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
    @Operation(operationId = "getZone", summary = "Read a zone, now or as of an instant")
    @APIResponse(
            responseCode = "200",
            description = "The zone",
            content = @Content(schema = @Schema(implementation = ZoneState.class)))
    public Response get(@PathParam("code") String code, @BeanParam AsOf point) {
        return service.get(code, point).toResponse();
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Roles.LOCAL_GOVERNMENT)
    @Operation(operationId = "amendZone", summary = "Amend name and industry of a zone")
    @APIResponse(
            responseCode = "200",
            description = "Amended",
            content = @Content(schema = @Schema(implementation = ZoneState.class)))
    public Response amend(@PathParam("code") String code, @NotNull @Valid ZoneCommands.Amend command) {
        return service.amend(code, command).toResponse();
    }

    @GET
    @Path("/{code}/grades")
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
            operationId = "listZoneGrades",
            summary = "List the grades awarded to a zone with their sources, latest first")
    public Map<String, List<GradeView>> grades(@PathParam("code") String code) {
        return Map.of("items", service.grades(code));
    }

    /** Names the page in the API description. */
    @Schema(name = "ZonePage")
    record ZonePage(List<ZoneState> items, String nextCursor) {}
}
