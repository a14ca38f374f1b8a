package org.qualityzones.credit;

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

/** The credit file of an enterprise over HTTP. */
@Path("/api/v1/enterprises/{uscc}/credit-records")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "credit-records")
public class CreditResource {
    private final CreditService service;
    private final Idempotency idempotency;

    CreditResource(CreditService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.BUREAU)
    @Operation(operationId = "enterCreditRecord", summary = "Put a rating, penalty or incident on the credit file")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CreditRecordView.class)))
    public Response enter(@PathParam("uscc") String uscc, @NotNull @Valid CreditCommands.Enter command) {
        return idempotency.run(() -> service.mayEnter(uscc), () -> {
            CreditRecordView view = service.enter(uscc, command);
            return Answer.created("/api/v1/enterprises/" + uscc + "/credit-records/" + view.id(), view.version(), view);
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
    @Operation(operationId = "listCreditRecords", summary = "List the credit records of an enterprise, newest first")
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
    @Operation(operationId = "getCreditRecord", summary = "Show a credit record")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CreditRecordView.class)))
    public Response get(@PathParam("uscc") String uscc, @PathParam("id") UUID id) {
        CreditRecordView view = service.get(uscc, id);
        return Answer.ok(view.version(), view).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Roles.ENTERPRISE, Roles.BUREAU})
    @Operation(
            operationId = "moveCreditRecord",
            summary = "Ask for the repair of a credit record, repair, refuse or withdraw it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CreditRecordView.class)))
    public Response move(
            @PathParam("uscc") String uscc,
            @PathParam("id") UUID id,
            @NotNull @Valid CreditCommands.Transition command) {
        return idempotency.run(() -> service.mayMove(uscc), () -> {
            CreditRecordView view = service.move(uscc, id, command);
            return Answer.ok(view.version(), view);
        });
    }
}
