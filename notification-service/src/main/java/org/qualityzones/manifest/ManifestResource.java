package org.qualityzones.manifest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Roles;

/** Manifests over HTTP. */
@Path("/api/v1/subscriptions/{id}/manifests/{date}")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ManifestResource {

    private final ManifestService manifests;

    ManifestResource(ManifestService manifests) {
        this.manifests = manifests;
    }

    @GET
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.INTEGRATOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.LOCAL_GOVERNMENT,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getDeliveryManifest",
            summary = "What was to be delivered on a day that has ended, signed",
            description =
                    "The signature is Ed25519 over the RFC 8785 form of the manifest without it, under the v1a key of"
                            + " the subscription's keys.")
    public Manifest get(@PathParam("id") UUID id, @PathParam("date") LocalDate date) {
        return manifests.of(id, date);
    }
}
