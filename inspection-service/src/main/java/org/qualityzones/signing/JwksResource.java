package org.qualityzones.signing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys, old ones included, for anyone. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@SecurityRequirementsSet
@Tag(name = "Verification")
class JwksResource {

    private static final String CACHE = "public, max-age=300";

    private final PublishedKeys keys;

    JwksResource(PublishedKeys keys) {
        this.keys = keys;
    }

    @GET
    @Operation(operationId = "getJwks", summary = "Keys that verify certificates and status lists (JWK set)")
    @APIResponseSchema(value = PublishedKeys.JwksView.class, responseCode = "200")
    public Response get() {
        return Response.ok(keys.all()).header("Cache-Control", CACHE).build();
    }
}
