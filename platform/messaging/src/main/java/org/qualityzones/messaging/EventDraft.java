package org.qualityzones.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An event about to be recorded.
 *
 * @param topic constant of {@code Topics}
 * @param key the aggregate's key
 * @param type constant of {@code EventTypes}
 * @param version the aggregate's version after the change, from 1; one event for each version
 * @param validFrom from when the state is in force
 * @param recordedAt when the change was recorded, null = when the event is appended
 * @param change what changed, a record of {@code contracts}
 * @param state the whole public state afterwards, a record of {@code contracts}
 */
public record EventDraft(
        String topic,
        String key,
        String type,
        long version,
        Instant validFrom,
        Instant recordedAt,
        Object change,
        Object state) {

    public EventDraft {
        requireNonNull(topic, "topic");
        requireNonNull(key, "key");
        requireNonNull(type, "type");
        requireNonNull(validFrom, "validFrom");
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, is " + version);
        }
    }

    /** Recorded when it is appended. */
    public EventDraft(
            String topic, String key, String type, long version, Instant validFrom, Object change, Object state) {
        this(topic, key, type, version, validFrom, null, change, state);
    }
}
