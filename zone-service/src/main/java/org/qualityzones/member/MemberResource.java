package org.qualityzones.member;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.contracts.MembershipState;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Members over HTTP. */
@Path("/api/v1/zones/{code}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "members")
public class MemberResource {
    private final MemberService service;
    private final Idempotency idempotency;

    MemberResource(MemberService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.LOCAL_GOVERNMENT, Roles.BUREAU})
    @Operation(operationId = "enterMember", summary = "Nominate (local government) or admit (bureau) a member")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = MembershipState.class)))
    public Response enter(@PathParam("code") String code, @NotNull @Valid MemberCommands.Enter command) {
        return idempotency.run(() -> service.authorize(code), () -> service.enter(code, command));
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
    @Operation(operationId = "listMembers", summary = "List the members of a zone, newest first")
    public Response list(
            @PathParam("code") String code,
            @QueryParam("status") MemberStatus status,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return service.list(code, status, page).toResponse(uri);
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
    @Operation(operationId = "getMember", summary = "Read a membership, now or as of an instant")
    @APIResponse(
            responseCode = "200",
            description = "The membership",
            content = @Content(schema = @Schema(implementation = MembershipState.class)))
    public Response get(@PathParam("code") String code, @PathParam("uscc") String uscc, @BeanParam AsOf point) {
        return service.get(code, uscc, point).toResponse();
    }

    @POST
    @Path("/{uscc}/transitions")
    @RolesAllowed({Roles.BUREAU, Roles.AUTHORITY})
    @Operation(operationId = "transitionMember", summary = "Do an action of the workflow membership")
    @APIResponse(
            responseCode = "200",
            description = "The membership",
            content = @Content(schema = @Schema(implementation = MembershipState.class)))
    public Response transition(
            @PathParam("code") String code,
            @PathParam("uscc") String uscc,
            @NotNull @Valid MemberCommands.Transition command) {
        return idempotency.run(() -> service.authorize(code), () -> service.transition(code, uscc, command));
    }
}
