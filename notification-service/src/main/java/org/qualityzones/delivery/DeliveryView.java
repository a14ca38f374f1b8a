package org.qualityzones.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A delivery as the subscriber sees it.
 *
 * @param sequence 1, 2, 3… of the subscription, without a gap
 * @param eventId also the message's {@code webhook-id}
 * @param nextAttemptAt null when there will be none
 */
@Schema(name = "Delivery")
record DeliveryView(
        UUID id,
        UUID subscription,
        long sequence,
        String eventId,
        String type,
        String subject,
        long feedPosition,
        Outcome outcome,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant finishedAt,
        List<AttemptView> attempts,
        long version) {

    DeliveryView with(List<AttemptView> made) {
        return new DeliveryView(
                id,
                subscription,
                sequence,
                eventId,
                type,
                subject,
                feedPosition,
                outcome,
                createdAt,
                nextAttemptAt,
                finishedAt,
                made,
                version);
    }

    /** A page of them, newest first. */
    @Schema(name = "DeliveryPage")
    record Items(List<DeliveryView> items, String nextCursor) {}
}
