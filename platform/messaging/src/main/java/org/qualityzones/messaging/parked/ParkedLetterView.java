package org.qualityzones.messaging.parked;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.qualityzones.messaging.CloudEvents;
import org.qualityzones.messaging.ParkedLetter;

/**
 * A parked letter as operators see it: the payload is left out, since it is business data.
 *
 * @param requestId of the request that caused the event, null where unknown
 * @param headers names of the record's headers
 * @param size of the payload in bytes
 * @param discardReason null unless it is discarded
 */
record ParkedLetterView(
        UUID id,
        String consumer,
        String topic,
        int partition,
        long offset,
        String key,
        String eventId,
        String type,
        Long version,
        String requestId,
        List<String> headers,
        int size,
        String reasonCode,
        String reason,
        ParkedLetter.State state,
        int attempts,
        Instant parkedAt,
        Instant lastAttemptAt,
        Instant closedAt,
        String discardReason) {

    /** Rises with every change: attempts count, and being closed is the last one. */
    long changes() {
        return attempts + (closedAt == null ? 0L : 1L);
    }

    static ParkedLetterView of(ParkedLetter letter) {
        return new ParkedLetterView(
                letter.id(),
                letter.consumer(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key(),
                letter.eventId(),
                letter.type(),
                letter.version(),
                letter.header(CloudEvents.REQUEST_ID),
                letter.headers().stream().map(Header::key).distinct().toList(),
                letter.size(),
                letter.reasonCode(),
                letter.reason(),
                letter.state(),
                letter.attempts(),
                letter.parkedAt(),
                letter.lastAttemptAt(),
                letter.closedAt(),
                letter.discardReason());
    }
}
