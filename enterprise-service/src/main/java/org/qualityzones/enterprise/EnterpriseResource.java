package org.qualityzones.enterprise;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Answer;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** The register of enterprises over HTTP. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "enterprises")
public class EnterpriseResource {
    private final EnterpriseService service;
    private final Idempotency idempotency;

    EnterpriseResource(EnterpriseService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.ENTERPRISE, Roles.BUREAU})
    @Operation(operationId = "registerEnterprise", summary = "Register an enterprise")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    public Response register(@NotNull @Valid EnterpriseCommands.Register command) {
        return idempotency.run(() -> service.mayRegister(command), () -> {
            EnterpriseView view = service.register(command);
            return Answer.created("/api/v1/enterprises/" + view.uscc(), view.version(), view);
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
    @Operation(operationId = "listEnterprises", summary = "List enterprises, newest first")
    public Response list(@BeanParam EnterpriseQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(query.filter(), page).toResponse(uri);
    }

    @GET
    @Path("/{uscc}")
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
    @Operation(operationId = "getEnterprise", summary = "Show an enterprise, now or as of an instant")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    public Response get(@PathParam("uscc") String uscc, @BeanParam AsOf at) {
        EnterpriseView view = service.get(uscc, at);
        return Answer.ok(view.version(), view).toResponse();
    }

    @PUT
    @Path("/{uscc}")
    @RolesAllowed({Roles.ENTERPRISE, Roles.BUREAU})
    @Operation(operationId = "amendEnterprise", summary = "Amend the particulars of an enterprise")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    public Response amend(@PathParam("uscc") String uscc, @NotNull @Valid EnterpriseCommands.Amend command) {
        EnterpriseView view = service.amend(uscc, command);
        return Answer.ok(view.version(), view).toResponse();
    }

    @POST
    @Path("/{uscc}/transitions")
    @RolesAllowed(Roles.BUREAU)
    @Operation(
            operationId = "moveEnterprise",
            summary = "Suspend, order to rectify, reinstate or deregister an enterprise")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnterpriseView.class)))
    public Response move(@PathParam("uscc") String uscc, @NotNull @Valid EnterpriseCommands.Transition command) {
        return idempotency.run(() -> service.mayMove(uscc), () -> {
            EnterpriseView view = service.move(uscc, command);
            return Answer.ok(view.version(), view);
        });
    }
}
