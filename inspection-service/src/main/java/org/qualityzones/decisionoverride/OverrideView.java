package org.qualityzones.decisionoverride;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.qualityzones.ruleset.Outcome;

/**
 * An override as clients see it: persons by their roles only.
 *
 * @param from outcome of the decision that is overridden
 * @param reasonDigest {@code sha-256:} and the hex of the SHA-256 of the reason in UTF-8, as in the new decision's record
 * @param proposedBy {@code inspector} or {@code bureau}
 * @param settledBy {@code inspector} or {@code bureau}; null while it waits
 * @param remarks what the second person said; null when nothing
 * @param newDecisionId the decision it led to; null unless approved
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record OverrideView(
        UUID id,
        long version,
        UUID decisionId,
        UUID declarationId,
        int lineNo,
        OverrideStatus status,
        Outcome from,
        Outcome outcome,
        String reason,
        String reasonDigest,
        String proposedBy,
        Instant proposedAt,
        String settledBy,
        Instant settledAt,
        String remarks,
        UUID newDecisionId) {

    static OverrideView of(DecisionOverride row) {
        return new OverrideView(
                row.id(),
                row.version(),
                row.decisionId(),
                row.declarationId(),
                row.lineNo(),
                row.status(),
                row.fromOutcome(),
                row.outcome(),
                row.reason(),
                row.reasonDigest(),
                row.proposerRole(),
                row.proposedAt(),
                row.settlerRole(),
                row.settledAt(),
                row.remarks(),
                row.newDecisionId());
    }
}
