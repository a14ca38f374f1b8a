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
 * @param steady whether production is at a steady rate, as far as was reported
 * @param approved whether the bureau approves of reduced inspection
 * @param version 0 when nothing is on record: normal inspection, no lot inspected yet
 * @param changedAt null when nothing is on record
 */
record SamplingStateView(
        String uscc,
        String hsHeading,
        SamplingState state,
        int score,
        List<Boolean> recent,
        int rejectedTightened,
        boolean steady,
        boolean approved,
        long version,
        Instant changedAt) {

    static SamplingStateView of(String uscc, SamplingStates.Row row) {
        return new SamplingStateView(
                uscc,
                row.heading(),
                row.switching().state(),
                row.switching().score(),
                row.switching().recent(),
                row.switching().rejectedTightened(),
                row.conditions().steady(),
                row.conditions().approved(),
                row.version(),
                row.changedAt());
    }
}
