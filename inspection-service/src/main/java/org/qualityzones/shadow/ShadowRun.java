package org.qualityzones.shadow;

import java.time.Instant;
import java.util.UUID;

/**
 * A draft beside the live rule set, as it is kept.
 *
 * @param digest of the document that runs
 * @param from decisions made at or after count: every instance knows of the run by then
 * @param until decisions made before count; null while it runs
 * @param endedBy who stopped it, or {@value #SERVICE}; null while it runs
 * @param current whether the rule set is a draft with this document yet
 */
record ShadowRun(
        UUID id,
        String ruleSet,
        String digest,
        Instant startedAt,
        Instant from,
        Instant until,
        String endedBy,
        boolean current) {

    /** Ends what no longer is a draft's document. */
    static final String SERVICE = "service";

    enum Status {
        RUNNING,
        ENDED
    }

    Status status() {
        return until == null ? Status.RUNNING : Status.ENDED;
    }

    /** Raised once, when it ends. */
    long revision() {
        return until == null ? 1 : 2;
    }

    boolean counts(Instant decidedAt) {
        return !decidedAt.isBefore(from) && (until == null || decidedAt.isBefore(until));
    }
}
