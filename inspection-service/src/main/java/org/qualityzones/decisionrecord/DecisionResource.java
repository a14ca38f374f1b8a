package org.qualityzones.decisionrecord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.counterfactual.Counterfactuals;
import org.qualityzones.decision.Replay;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Roles;

/** Decisions: what was decided, on which facts, as which bytes, and whether it still computes the same. */
@Path("/api/v1/decisions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
@RunOnVirtualThread
class DecisionResource {

    private final DecisionService service;
    private final ReplayService replays;
    private final Caller caller;

    DecisionResource(DecisionService service, ReplayService replays, Caller caller) {
        this.service = service;
        this.replays = replays;
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
    @Operation(summary = "A decision with its reasons, citations and trace")
    public ObjectNode decision(@PathParam("id") UUID id) {
        return service.view(id, caller);
    }

    @GET
    @Path("/record")
    @RolesAllowed({Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(summary = "The exact bytes that the digest is of (RFC 8785)")
    public Response record(@PathParam("id") UUID id) {
        return Response.ok(service.record(id, caller)).build();
    }

    @GET
    @Path("/facts")
    @RolesAllowed({Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(
            summary = "The exact bytes of the facts that were decided on (RFC 8785)",
            description = "A party reads them when its declaration's line is made by the consignor itself: the facts of"
                    + " another enterprise are not for it (403).")
    public Response facts(@PathParam("id") UUID id) {
        return Response.ok(service.facts(id, caller)).build();
    }

    @POST
    @Path("/replays")
    @RolesAllowed({Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(
            summary = "Compute the decision again from what was stored",
            description = "By the engine and the rule set that the record names. What cannot be read is a difference.")
    public Replay replay(@PathParam("id") UUID id) {
        return replays.one(id, caller);
    }

    @POST
    @Path("/counterfactuals")
    @RolesAllowed({Roles.ENTERPRISE, Roles.FILING_AGENT, Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(
            summary = "The smallest changes of facts that would give another outcome",
            description =
                    "Each is decided again, by the same rule set and with the same draw; nothing is stored. HS code,"
                            + " purpose and destination are never changed. A party asks where it may read the facts,"
                            + " which the answer shows: when the consignor itself makes the line (else 403).")
    public Counterfactuals counterfactuals(
            @PathParam("id") UUID id,
            @Parameter(description = "The outcome asked for; any laxer one when left out") @QueryParam("outcome")
                    Outcome outcome) {
        return service.counterfactuals(id, outcome, caller);
    }
}
