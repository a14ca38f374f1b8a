package org.qualityzones.declaration;

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
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Declarations for inspection: a POST decides at once and answers with reasons. */
@Path("/api/v1/declarations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Declarations")
@RunOnVirtualThread
class DeclarationResource {

    private final DeclarationService service;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;
    private final Caller caller;

    DeclarationResource(DeclarationService service, Idempotency idempotency, IfMatch ifMatch, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.BUREAU})
    @Operation(summary = "File a declaration; each line is decided at once")
    @APIResponse(
            responseCode = "201",
            description = "Filed and decided",
            content = @Content(schema = @Schema(implementation = DeclarationView.class)))
    public Response file(@NotNull @Valid DeclarationCommands.Filing filing) {
        Lodgement lodgement = new Lodgement(service, filing, caller);
        return idempotency.run(lodgement::authorize, lodgement::file);
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
    @Operation(summary = "Declarations of the caller's rows, newest first, with decisions in brief")
    public Response list(
            @BeanParam @Valid DeclarationFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(filter, page, caller).toResponse(uri);
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
    @Operation(summary = "A declaration with the decision and clearance of each line")
    @APIResponse(
            responseCode = "200",
            description = "The declaration as the caller may see it",
            content = @Content(schema = @Schema(implementation = DeclarationView.class)))
    public Response show(@PathParam("id") UUID id) {
        return service.show(id, caller).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.BUREAU})
    @Operation(summary = "Amend or withdraw a declaration")
    @APIResponse(
            responseCode = "200",
            description = "The declaration after the step",
            content = @Content(schema = @Schema(implementation = DeclarationView.class)))
    public Response transit(@PathParam("id") UUID id, @NotNull @Valid DeclarationCommands.Transition transition) {
        return idempotency.run(
                () -> service.authorizeTransition(id, caller), () -> service.transit(id, transition, ifMatch, caller));
    }
}
