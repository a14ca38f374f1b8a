package org.qualityzones.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One event in the feed.
 *
 * @param position 1, 2, 3… without a gap
 * @param version the aggregate's
 * @param change the plain fields of what changed: no lists, no objects, so no amounts of money
 * @param traceparent W3C trace context in which it was taken in, null where there was none
 * @param audience the one owner who may see it; empty for the rows its keys say
 */
public record FeedEvent(
        long position,
        String id,
        String type,
        String topic,
        String subject,
        long version,
        Instant validFrom,
        Instant recordedAt,
        String requestId,
        String traceparent,
        FeedKeys keys,
        Optional<String> audience,
        JsonNode change) {

    FeedEvent at(long newPosition) {
        return new FeedEvent(
                newPosition,
                id,
                type,
                topic,
                subject,
                version,
                validFrom,
                recordedAt,
                requestId,
                traceparent,
                keys,
                audience,
                change);
    }
}
