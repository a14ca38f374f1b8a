package org.qualityzones.delivery;

import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.Problems;

/** What clients send and get about recoveries. */
final class RecoveryCommands {

    private RecoveryCommands() {}

    /**
     * From where to recover: exactly one of both.
     *
     * @param after feed position; what follows is recovered
     * @param since instant at which this service learned the first event to recover
     */
    @Schema(name = "RecoveryRequest")
    record Recover(@Min(0) Long after, Instant since) {

        /** 400 unless exactly one of both is given. */
        void requireOne() {
            if ((after == null) == (since == null)) {
                throw Problems.invalid("/after", "one-of", "Exactly one of after and since is given");
            }
        }
    }

    /**
     * What a recovery covers.
     *
     * @param after feed position after which it starts
     * @param upTo last feed position it covers
     * @param count deliveries to make: missing ones and those that came to nothing
     * @param missing events that match and have no delivery
     * @param failed deliveries that were exhausted, rejected or cancelled
     */
    @Schema(name = "Recovery")
    record Recovery(long after, long upTo, int count, int missing, int failed) {}
}
