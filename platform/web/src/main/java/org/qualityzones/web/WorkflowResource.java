package org.qualityzones.web;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The service's state machines as data. */
@Path("/api/v1/{service}/workflows")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "workflows")
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
public class WorkflowResource {

    private final List<Workflow> workflows;
    private final ServiceName service;

    public WorkflowResource(@All List<Workflow> workflows, ServiceName service) {
        this.workflows =
                workflows.stream().sorted(Comparator.comparing(Workflow::name)).toList();
        this.service = service;
    }

    @GET
    @Operation(operationId = "listWorkflows", summary = "Every state machine of this service")
    public Page<Workflow> list(@PathParam("service") String name) {
        service.require(name);
        return new Page<>(workflows, null);
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "getWorkflow", summary = "One state machine: states, actions, roles and guards")
    public Workflow get(@PathParam("service") String serviceName, @PathParam("name") String name) {
        service.require(serviceName);
        return workflows.stream()
                .filter(workflow -> workflow.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("workflow", name));
    }
}
