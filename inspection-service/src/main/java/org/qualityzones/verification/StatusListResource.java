package org.qualityzones.verification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signed status lists, for anyone. */
@Path("/public/v1/status-lists/{id}")
@Produces(StatusListResource.STATUS_LIST)
@PermitAll
@RunOnVirtualThread
@SecurityRequirementsSet
@Tag(name = "Verification")
class StatusListResource {

    static final String STATUS_LIST = "application/statuslist+jwt";

    private final StatusLists lists;

    StatusListResource(StatusLists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(
            operationId = "getStatusList",
            summary = "A signed status list: two bits a certificate, 0 valid, 1 revoked, 2 suspended")
    @APIResponse(
            responseCode = "200",
            description = "Compact JWS of the IETF Token Status List",
            content = @Content(mediaType = STATUS_LIST, schema = @Schema(implementation = String.class)))
    public Response get(@PathParam("id") int id) {
        return Response.ok(lists.token(id)).build();
    }
}
