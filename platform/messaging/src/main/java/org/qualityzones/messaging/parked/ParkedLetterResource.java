package org.qualityzones.messaging.parked;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.messaging.ParkedLetter;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;
import org.qualityzones.web.ServiceName;

/** Events that this service could not take in. */
@Path("/api/v1/{service}/parked-letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "parked letters")
@RolesAllowed(Roles.OPERATOR)
public class ParkedLetterResource {

    private final ParkedLetterService letters;
    private final Idempotency idempotency;
    private final ServiceName service;

    ParkedLetterResource(ParkedLetterService letters, Idempotency idempotency, ServiceName service) {
        this.letters = letters;
        this.idempotency = idempotency;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listParkedLetters", summary = "Parked letters, newest first")
    public Response list(
            @PathParam("service") String name,
            @QueryParam("state") ParkedLetter.State state,
            @QueryParam("consumer") String consumer,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        service.require(name);
        return letters.list(state, consumer, page).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getParkedLetter", summary = "One parked letter, without its payload")
    @APIResponseSchema(value = ParkedLetterView.class, responseCode = "200")
    public Response get(@PathParam("service") String name, @PathParam("id") UUID id) {
        service.require(name);
        ParkedLetterView letter = letters.get(id);
        return Answer.ok(letter.changes(), letter).toResponse();
    }

    @POST
    @Path("/{id}/redrives")
    @Operation(operationId = "redriveParkedLetter", summary = "Tries the event again, and those waiting behind it")
    @APIResponseSchema(value = RedriveView.class, responseCode = "200")
    public Response redrive(@PathParam("service") String name, @PathParam("id") UUID id) {
        service.require(name);
        return idempotency.run(() -> Answer.ok(letters.redrive(id)));
    }

    @POST
    @Path("/{id}/discards")
    @Operation(operationId = "discardParkedLetter", summary = "Gives the event up; those waiting behind it are tried")
    @APIResponseSchema(value = DiscardView.class, responseCode = "200")
    public Response discard(
            @PathParam("service") String name, @PathParam("id") UUID id, @NotNull @Valid DiscardCommand command) {
        service.require(name);
        return idempotency.run(() -> Answer.ok(letters.discard(id, command.reason())));
    }
}
