package org.qualityzones.inspection;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Inspections of lots: the service computes from what was found whether a lot is accepted. */
@Path("/api/v1/inspections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Inspections")
@RunOnVirtualThread
class InspectionResource {

    private final InspectionService service;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;
    private final Caller caller;

    InspectionResource(InspectionService service, Idempotency idempotency, IfMatch ifMatch, Caller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
        this.caller = caller;
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
    @Operation(operationId = "listInspections", summary = "Inspections of the caller's rows, newest first")
    public Response list(@BeanParam @Valid InspectionFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
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
    @Operation(operationId = "showInspection", summary = "An inspection with its plans and its result")
    @APIResponseSchema(value = InspectionView.class, responseCode = "200")
    public Response show(@PathParam("id") UUID id) {
        return service.show(id, caller).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed({Roles.INSPECTOR, Roles.BUREAU})
    @Operation(operationId = "transitInspection", summary = "Take an inspection, or assign it to an inspector")
    @APIResponseSchema(value = InspectionView.class, responseCode = "200")
    public Response transit(@PathParam("id") UUID id, @NotNull @Valid InspectionCommands.Transition transition) {
        return idempotency.run(
                () -> service.authorize(id, caller), () -> service.transit(id, transition, ifMatch, caller));
    }

    @POST
    @Path("/{id}/results")
    @RolesAllowed({Roles.INSPECTOR, Roles.BUREAU})
    @Operation(operationId = "recordInspectionResult", summary = "Record what was found; the lot is judged at once")
    @APIResponseSchema(value = InspectionView.class, responseCode = "201")
    public Response record(@PathParam("id") UUID id, @NotNull @Valid InspectionCommands.Result result) {
        return idempotency.run(() -> service.authorize(id, caller), () -> service.record(id, result, caller));
    }
}
