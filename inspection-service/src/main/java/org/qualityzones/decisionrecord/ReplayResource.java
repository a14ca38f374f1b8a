package org.qualityzones.decisionrecord;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.web.Roles;

/** Computes the whole store again, a bounded number of decisions at a time; keeps nothing. */
@Path("/api/v1/decisions/replays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
@RunOnVirtualThread
class ReplayResource {

    private final ReplayService service;

    ReplayResource(ReplayService service) {
        this.service = service;
    }

    @POST
    @RolesAllowed({Roles.AUTHORITY, Roles.AUDITOR})
    @Operation(
            operationId = "replayDecisions",
            summary = "Compute stored decisions again, one part of the store after the other",
            description = "Each by the engine and the rule set that its record names. Ask again with after = next until"
                    + " next is null; the store is never locked, and asking can stop and go on anywhere.")
    public ReplayPage replay(@NotNull @Valid ReplayRequest request) {
        return service.page(request);
    }
}
