package org.qualityzones.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** Rule sets: drafted as JSON documents, published, retired. */
@Path("/api/v1/rule-sets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
@RunOnVirtualThread
class RuleSetResource {

    private final RuleBookService service;
    private final RuleSetDesk desk;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;
    private final CurrentRequest request;
    private final Caller caller;

    RuleSetResource(
            RuleBookService service,
            RuleSetDesk desk,
            Idempotency idempotency,
            IfMatch ifMatch,
            CurrentRequest request,
            Caller caller) {
        this.service = service;
        this.desk = desk;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
        this.request = request;
        this.caller = caller;
    }

    /** The document's own bytes are read again, because duplicate members and numbers must not pass through a tree. */
    @POST
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "draftRuleSet", summary = "Draft a rule set: the body is its JSON document")
    @APIResponseSchema(value = RuleSetView.class, responseCode = "201")
    public Response draft(@NotNull JsonNode document) {
        return idempotency.run(() -> desk.draft(request.body(), caller));
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
    @Operation(operationId = "listRuleSets", summary = "Rule sets, newest first, without their documents")
    @APIResponse(
            responseCode = "200",
            description = "A page of rule sets; drafts for the authority and auditors only",
            content = @Content(schema = @Schema(implementation = RuleSetPage.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return service.list(page, caller).toResponse(uri);
    }

    @GET
    @Path("/{version}")
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
    @Operation(operationId = "findRuleSet", summary = "A rule set: its document and the digest that decisions name")
    @APIResponseSchema(value = RuleSetView.class, responseCode = "200")
    public Response find(@PathParam("version") String version) {
        return service.find(version, caller).toResponse();
    }

    @PUT
    @Path("/{version}")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "replaceRuleSet",
            summary = "Put another document in place of a draft's; it is a draft again")
    @APIResponseSchema(value = RuleSetView.class, responseCode = "200")
    public Response replace(@PathParam("version") String version, @NotNull JsonNode document) {
        return desk.replace(version, request.body(), ifMatch, caller).toResponse();
    }

    @POST
    @Path("/{version}/transitions")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "transitRuleSet", summary = "Publish or retire a rule set; the answer says from when")
    @APIResponseSchema(value = RuleSetView.class, responseCode = "200")
    public Response transit(
            @PathParam("version") String version, @NotNull @Valid RuleSetCommands.Transition transition) {
        return idempotency.run(() -> desk.transit(version, transition, ifMatch, caller));
    }

    /** A page of rule sets, for the description of the API. */
    @Schema(name = "RuleSetPage")
    record RuleSetPage(List<RuleSetView> items, String nextCursor) {}
}
