package org.qualityzones.dossier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Quality files over HTTP. */
@Path("/api/v1/enterprises/{uscc}/dossier")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "dossier")
public class DossierResource {
    private final DossierService service;

    DossierResource(DossierService service) {
        this.service = service;
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
    @Operation(operationId = "listDossier", summary = "The time line of an enterprise, newest first")
    public Response list(@PathParam("uscc") String uscc, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(uscc, page).toResponse(uri);
    }
}
