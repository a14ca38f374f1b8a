package org.qualityzones.stream;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.FeedMessage;
import org.qualityzones.web.Caller;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Roles;

/** The feed over HTTP, within the caller's rows. */
@Path("/api/v1/events")
@Tag(name = "Events")
@RunOnVirtualThread
public class EventResource {

    private final FeedReader reader;
    private final FeedStreams streams;
    private final Caller caller;

    EventResource(FeedReader reader, FeedStreams streams, Caller caller) {
        this.reader = reader;
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.INTEGRATOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.LOCAL_GOVERNMENT,
        Roles.INSPECTOR,
        Roles.AUDITOR
    })
    @Operation(summary = "Events after a feed position, oldest first; go on with lastPosition")
    public FeedPage events(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("subscription") UUID subscription,
            @QueryParam("limit") String limit) {
        return reader.page(after, new PageRequest(limit, null).limit(), reader.visible(subscription));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({
        Roles.ENTERPRISE,
        Roles.INTEGRATOR,
        Roles.BUREAU,
        Roles.AUTHORITY,
        Roles.LOCAL_GOVERNMENT,
        Roles.INSPECTOR,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Events as they come, each with its feed position as id; from after, Last-Event-ID, or the head")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = FeedMessage.class)))
    public void stream(
            @QueryParam("after") @Min(0) Long after,
            @QueryParam("subscription") UUID subscription,
            @HeaderParam("Last-Event-ID") @Min(0) Long lastEventId,
            @Context Sse sse,
            @Context SseEventSink sink)
            throws InterruptedException {
        Predicate<FeedEvent> visible = reader.visible(subscription);
        String place = caller.key();
        streams.enter(place);
        try (sink) {
            streams.run(start(lastEventId, after), visible, sse, sink);
        } finally {
            streams.leave(place);
        }
    }

    private long start(Long lastEventId, Long after) {
        if (lastEventId != null) {
            return lastEventId;
        }
        return after != null ? after : reader.head();
    }
}
