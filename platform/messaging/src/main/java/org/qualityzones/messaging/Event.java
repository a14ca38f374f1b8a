package org.qualityzones.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.qualityzones.tracing.Step;

/**
 * An event taken in.
 *
 * @param id CloudEvents id, unique
 * @param key the aggregate's key
 * @param version the aggregate's version after the change
 * @param requestId of the request that caused it, null where unknown
 * @param traceparent W3C trace context in which it is taken in, null where there is none
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
        String traceparent,
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

    /** The same event, taken in by this step of its trace. */
    Event within(Step step) {
        return new Event(
                id,
                type,
                topic,
                key,
                version,
                validFrom,
                recordedAt,
                requestId,
                step.traceparent(traceparent),
                change,
                state);
    }
}
