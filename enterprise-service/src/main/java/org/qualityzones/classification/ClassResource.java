package org.qualityzones.classification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.qualityzones.web.Answer;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Class assessments of an enterprise over HTTP. */
@Path("/api/v1/enterprises/{uscc}/class-assessments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "class-assessments")
public class ClassResource {
    private final ClassService service;
    private final Idempotency idempotency;

    ClassResource(ClassService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.BUREAU)
    @Operation(operationId = "proposeClass", summary = "Propose a class after an assessment")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClassAssessmentView.class)))
    public Response propose(@PathParam("uscc") String uscc, @NotNull @Valid ClassCommands.Propose command) {
        return idempotency.run(() -> service.mayAct(uscc), () -> {
            ClassAssessmentView view = service.propose(uscc, command);
            return Answer.created(
                    "/api/v1/enterprises/" + uscc + "/class-assessments/" + view.id(), view.version(), view);
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
    @Operation(
            operationId = "listClassAssessments",
            summary = "List the class assessments of an enterprise, newest first")
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
    @Operation(operationId = "getClassAssessment", summary = "Show a class assessment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClassAssessmentView.class)))
    public Response get(@PathParam("uscc") String uscc, @PathParam("id") UUID id) {
        ClassAssessmentView view = service.get(uscc, id);
        return Answer.ok(view.version(), view).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed(Roles.BUREAU)
    @Operation(operationId = "moveClassAssessment", summary = "Approve, refuse or withdraw a class assessment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClassAssessmentView.class)))
    public Response move(
            @PathParam("uscc") String uscc,
            @PathParam("id") UUID id,
            @NotNull @Valid ClassCommands.Transition command) {
        return idempotency.run(() -> service.mayAct(uscc), () -> {
            ClassAssessmentView view = service.move(uscc, id, command);
            return Answer.ok(view.version(), view);
        });
    }
}
