package org.qualityzones.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An event taken in.
 *
 * @param id CloudEvents id, unique
 * @param key the aggregate's key
 * @param version the aggregate's version after the change
 * @param requestId of the request that caused it, null where unknown
 * @param change what changed
 * @param state the aggregate's whole public state afterwards
 */
public record Event(
        String id,
        String type,
        String topic,
        String key,
        long version,
        Instant validFrom,
        Instant recordedAt,
        String requestId,
        JsonNode change,
        JsonNode state) {

    /** The state as a record of {@code contracts}; fields it does not know are ignored. @throws PoisonedEvent if it does not fit */
    public <T> T state(Class<T> type) {
        return EventJson.read(state, type);
    }

    /** The change as a record of {@code contracts}; fields it does not know are ignored. @throws PoisonedEvent if it does not fit */
    public <T> T change(Class<T> type) {
        return EventJson.read(change, type);
    }
}
