package org.qualityzones.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;

/**
 * A record that could not be taken in, or that waits behind one.
 *
 * @param key null or altered where the record's key was no text
 * @param eventId null where it could not be read, as {@code type} and {@code version}
 * @param payload null where the record had none, and in lists
 * @param size of the payload in bytes
 * @param reasonCode why it was parked, kebab-case
 * @param reason sentence without data of the event
 * @param attempts how often it was tried
 * @param closedAt when it was superseded, redriven or discarded, else null
 * @param discardReason why an operator discarded it, else null
 */
public record ParkedLetter(
        UUID id,
        String consumer,
        String topic,
        int partition,
        long offset,
        String key,
        String eventId,
        String type,
        Long version,
        List<Header> headers,
        byte[] payload,
        int size,
        String reasonCode,
        String reason,
        State state,
        int attempts,
        Instant parkedAt,
        Instant lastAttemptAt,
        Instant closedAt,
        String discardReason) {

    /** Text of a header, null when there is none. */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.key().equals(name) && header.value() != null)
                .findFirst()
                .map(header -> new String(header.value(), UTF_8))
                .orElse(null);
    }

    /** Neither taken in nor given up. */
    boolean isOpen() {
        return state == State.PARKED || state == State.WAITING;
    }

    /** What became of it. */
    public enum State {
        /** Could not be taken in. */
        PARKED,
        /** Untried behind a parked one of its key. */
        WAITING,
        /** A newer version of its key was applied. */
        SUPERSEDED,
        /** Taken in after all. */
        REDRIVEN,
        /** Never to be taken in, by an operator's word. */
        DISCARDED
    }
}
