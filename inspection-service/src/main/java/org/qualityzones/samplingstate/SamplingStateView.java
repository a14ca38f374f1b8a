package org.qualityzones.samplingstate;

import java.time.Instant;
import java.util.List;
import org.qualityzones.sampling.SamplingState;

/**
 * Where a producer's products of one heading stand.
 *
 * @param score switching score, 0 outside of normal inspection
 * @param recent verdicts of the latest lots under this severity, at most 5, oldest first; true is accepted
 * @param rejectedTightened lots not accepted since tightened inspection began
 */
record SamplingStateView(
        String uscc,
        String hsHeading,
        SamplingState state,
        int score,
        List<Boolean> recent,
        int rejectedTightened,
        Instant changedAt) {

    static SamplingStateView of(String uscc, SamplingStates.Row row) {
        return new SamplingStateView(
                uscc,
                row.heading(),
                row.switching().state(),
                row.switching().score(),
                row.switching().recent(),
                row.switching().rejectedTightened(),
                row.changedAt());
    }
}
