package org.qualityzones.zone;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.contracts.ZoneState;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.PageRequest;

/** The register of zones, for anyone and for caches. */
@Path("/public/v1/zones")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@SecurityRequirementsSet
@Tag(name = "register")
public class RegisterResource {
    private static final String CACHE = "public, max-age=60";

    private final ZoneService service;

    RegisterResource(ZoneService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "listRegister", summary = "List the zones of the public register, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of zones",
            content = @Content(schema = @Schema(implementation = ZoneResource.ZonePage.class)))
    public Response list(
            @Valid @BeanParam ZoneFilter filter, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return cached(service.list(filter, page).toResponse(uri));
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getRegisterEntry", summary = "Read a zone in the public register")
    @APIResponse(
            responseCode = "200",
            description = "The zone",
            content = @Content(schema = @Schema(implementation = ZoneState.class)))
    @APIResponse(responseCode = "304", description = "Unchanged since the given ETag")
    public Response get(@PathParam("code") String code, @BeanParam AsOf point, @Context Request request) {
        Response answer = service.get(code, point).toResponse();
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(answer.getEntityTag());
        return cached(unchanged == null ? answer : unchanged.build());
    }

    private static Response cached(Response answer) {
        return Response.fromResponse(answer).header("Cache-Control", CACHE).build();
    }
}
