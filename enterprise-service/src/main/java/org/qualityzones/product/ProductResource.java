package org.qualityzones.product;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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
import org.qualityzones.web.Answer;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** The products of an enterprise over HTTP. */
@Path("/api/v1/enterprises/{uscc}/products")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "products")
public class ProductResource {
    private final ProductService service;
    private final Idempotency idempotency;

    ProductResource(ProductService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.ENTERPRISE, Roles.BUREAU})
    @Operation(operationId = "addProduct", summary = "Put a product of an enterprise on record")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProductView.class)))
    public Response add(@PathParam("uscc") String uscc, @NotNull @Valid ProductCommand command) {
        return idempotency.run(() -> service.mayChange(uscc), () -> {
            ProductView view = service.add(uscc, command);
            return Answer.created("/api/v1/enterprises/" + uscc + "/products/" + view.id(), view.version(), view);
        });
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
    @Operation(operationId = "listProducts", summary = "List the products of an enterprise, newest first")
    public Response list(@PathParam("uscc") String uscc, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(uscc, page).toResponse(uri);
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
    @Operation(operationId = "getProduct", summary = "Show a product")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProductView.class)))
    public Response get(@PathParam("uscc") String uscc, @PathParam("id") UUID id) {
        ProductView view = service.get(uscc, id);
        return Answer.ok(view.version(), view).toResponse();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.ENTERPRISE, Roles.BUREAU})
    @Operation(operationId = "putProduct", summary = "Describe a product anew")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProductView.class)))
    public Response put(
            @PathParam("uscc") String uscc, @PathParam("id") UUID id, @NotNull @Valid ProductCommand command) {
        ProductView view = service.put(uscc, id, command);
        return Answer.ok(view.version(), view).toResponse();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ENTERPRISE, Roles.BUREAU})
    @Operation(operationId = "deleteProduct", summary = "Take a product off the record")
    @APIResponse(responseCode = "204")
    public Response delete(@PathParam("uscc") String uscc, @PathParam("id") UUID id) {
        service.delete(uscc, id);
        return Response.noContent().build();
    }
}
