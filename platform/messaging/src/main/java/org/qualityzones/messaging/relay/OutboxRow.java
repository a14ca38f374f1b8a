package org.qualityzones.messaging.relay;

import java.time.Instant;
import java.util.UUID;

/** One event of the outbox, not yet sent. @param traceparent null where nothing was traced */
record OutboxRow(
        long position,
        UUID id,
        String topic,
        String key,
        long version,
        String type,
        String requestId,
        String traceparent,
        byte[] data,
        Instant recordedAt) {

    Stream stream() {
        return new Stream(topic, key);
    }

    /** Events of one aggregate, whose order is kept. */
    record Stream(String topic, String key) {}
}
