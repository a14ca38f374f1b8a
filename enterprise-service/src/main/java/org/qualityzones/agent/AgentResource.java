package org.qualityzones.agent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Page;
import org.qualityzones.web.Roles;

/** The agents of an enterprise over HTTP. */
@Path("/api/v1/enterprises/{uscc}/agents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "agents")
public class AgentResource {
    private final AgentService service;

    AgentResource(AgentService service) {
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
    @Operation(operationId = "listAgents", summary = "List all agents of an enterprise")
    public Page<AgentView> list(@PathParam("uscc") String uscc) {
        return new Page<>(service.list(uscc), null);
    }

    @GET
    @Path("/{agentUscc}")
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
    @Operation(operationId = "getAgent", summary = "Show a listed agent")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Response get(@PathParam("uscc") String uscc, @PathParam("agentUscc") String agent) {
        AgentView view = service.get(uscc, agent);
        return Answer.ok(view.version(), view).toResponse();
    }

    @PUT
    @Path("/{agentUscc}")
    @RolesAllowed({Roles.ENTERPRISE, Roles.BUREAU})
    @Operation(operationId = "putAgent", summary = "List an agent, or give it another term")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AgentView.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Response put(
            @PathParam("uscc") String uscc,
            @PathParam("agentUscc") String agent,
            @NotNull @Valid AgentCommand command) {
        AgentService.Put put = service.put(uscc, agent, command);
        String location = "/api/v1/enterprises/" + uscc + "/agents/" + agent;
        AgentView view = put.view();
        return (put.created() ? Answer.created(location, view.version(), view) : Answer.ok(view.version(), view))
                .toResponse();
    }

    @DELETE
    @Path("/{agentUscc}")
    @RolesAllowed({Roles.ENTERPRISE, Roles.BUREAU})
    @Operation(operationId = "deleteAgent", summary = "Strike an agent off")
    @APIResponse(responseCode = "204")
    public Response delete(@PathParam("uscc") String uscc, @PathParam("agentUscc") String agent) {
        service.delete(uscc, agent);
        return Response.noContent().build();
    }
}
