package org.qualityzones.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One version of an aggregate's state.
 *
 * @param validFrom from when it is in force
 * @param recordedAt when its owner recorded it
 * @param learnedAt when this service learned it; of the owner's own history equal to {@code recordedAt} but for the moment between
 */
public record StateVersion(
        String kind,
        String key,
        long version,
        Instant validFrom,
        Instant recordedAt,
        Instant learnedAt,
        JsonNode state) {

    /** The state as a record. @throws PoisonedEvent if it does not fit */
    public <T> T state(Class<T> type) {
        return EventJson.read(state, type);
    }
}
