package org.qualityzones.exemption;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;
import org.qualityzones.web.codes.Uscc;

/** Applications for exemption from inspection. */
@Path("/api/v1/exemption-applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Exemption applications")
@RunOnVirtualThread
class ExemptionResource {

    private final ExemptionService service;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;
    private final Caller caller;

    ExemptionResource(ExemptionService service, Idempotency idempotency, IfMatch ifMatch, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.ENTERPRISE)
    @Operation(operationId = "applyForExemption", summary = "Apply for a certificate, or for the renewal of one")
    @APIResponseSchema(value = ExemptionApplicationView.class, responseCode = "201")
    public Response apply(@NotNull @Valid ExemptionCommands.Apply command) {
        return idempotency.run(() -> service.authorize(command, caller), () -> service.apply(command));
    }

    @GET
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.LOCAL_GOVERNMENT,
        Roles.INSPECTOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.INTEGRATOR,
        Roles.AUDITOR
    })
    @Operation(operationId = "listExemptionApplications", summary = "Applications of the caller's rows, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of applications",
            content = @Content(schema = @Schema(implementation = ExemptionApplicationPage.class)))
    public Response list(
            @QueryParam("uscc") @Uscc String uscc,
            @QueryParam("status") ApplicationStatus status,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return service.list(uscc, status, page, caller).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.LOCAL_GOVERNMENT,
        Roles.INSPECTOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.INTEGRATOR,
        Roles.AUDITOR
    })
    @Operation(operationId = "showExemptionApplication", summary = "An application")
    @APIResponseSchema(value = ExemptionApplicationView.class, responseCode = "200")
    public Response show(@PathParam("id") UUID id) {
        return service.show(id, caller).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Roles.ENTERPRISE, Roles.BUREAU, Roles.AUTHORITY})
    @Operation(
            operationId = "transitExemptionApplication",
            summary = "File, return, submit, accept, decline, review, propose, approve, refuse or withdraw")
    @APIResponseSchema(value = ExemptionApplicationView.class, responseCode = "200")
    public Response transit(@PathParam("id") UUID id, @NotNull @Valid ExemptionCommands.Transition transition) {
        return idempotency.run(
                () -> service.authorize(id, caller), () -> service.transit(id, transition, ifMatch, caller));
    }

    /** A page of applications, for the description of the API. */
    @Schema(name = "ExemptionApplicationPage")
    record ExemptionApplicationPage(List<ExemptionApplicationView> items, String nextCursor) {}
}
