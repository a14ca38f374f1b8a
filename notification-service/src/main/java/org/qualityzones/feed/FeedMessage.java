package org.qualityzones.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event as subscribers get it, by webhook, poll and stream alike. It is thin: who wants the whole state reads the
 * subject, by its own rows.
 *
 * @param timestamp when the owner recorded it
 */
@Schema(name = "FeedMessage")
public record FeedMessage(String type, Instant timestamp, Data data) {

    /**
     * @param id the event's
     * @param subject the aggregate's key
     * @param feedPosition where to go on: {@code /events?after=}
     * @param change the plain fields of what changed
     */
    @Schema(name = "FeedMessageData")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(
            String id,
            String subject,
            long feedPosition,
            long version,
            Instant validFrom,
            Instant recordedAt,
            String requestId,
            @Schema(implementation = Object.class) JsonNode change) {}

    /** The message of an event. */
    public static FeedMessage of(FeedEvent event) {
        return new FeedMessage(
                event.type(),
                event.recordedAt(),
                new Data(
                        event.id(),
                        event.subject(),
                        event.position(),
                        event.version(),
                        event.validFrom(),
                        event.recordedAt(),
                        event.requestId(),
                        event.change()));
    }
}
