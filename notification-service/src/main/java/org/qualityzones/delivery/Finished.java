package org.qualityzones.delivery;

import java.time.Duration;
import java.time.Instant;
import org.qualityzones.channel.DeliveryOutcome;

/** An attempt that is over and has to be recorded. */
record Finished(Claimed claimed, DeliveryOutcome outcome, Instant startedAt, Instant endedAt) {

    /** Attempts made with this one, over all rounds. */
    int made() {
        return claimed.attempts() + 1;
    }

    boolean delivered() {
        return outcome instanceof DeliveryOutcome.Delivered;
    }

    int millis() {
        return Math.toIntExact(Math.max(0, Duration.between(startedAt, endedAt).toMillis()));
    }
}
