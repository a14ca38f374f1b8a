package org.qualityzones.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a decision's record says beside facts and rules: whose line it is and when. It goes into the record word for word.
 *
 * @param id the decision's own id
 * @param decidedAt microseconds, UTC
 * @param drawDate day of the draw's seed
 * @param inheritedFrom the earlier line of the same lot that the draw comes from; null when it is the line's own
 * @param cause null for a first decision
 * @param supersedes the decision this one takes the place of; null for a first decision
 * @param overruling what two persons put in the place of the rules' outcome, the only part that changes it; null otherwise
 */
public record DecisionContext(
        UUID id,
        UUID declarationId,
        Integer lineNo,
        Instant decidedAt,
        AsOf asOf,
        LocalDate drawDate,
        Draw.Inherited inheritedFrom,
        Cause cause,
        UUID supersedes,
        Overruling overruling) {

    /** The context of a decision that the rules make. */
    public DecisionContext(
            UUID id,
            UUID declarationId,
            Integer lineNo,
            Instant decidedAt,
            AsOf asOf,
            LocalDate drawDate,
            Draw.Inherited inheritedFrom,
            Cause cause,
            UUID supersedes) {
        this(id, declarationId, lineNo, decidedAt, asOf, drawDate, inheritedFrom, cause, supersedes, null);
    }

    /** The context of an evaluation: nothing is kept. */
    public static DecisionContext hypothetical(LocalDate drawDate) {
        return new DecisionContext(null, null, null, null, AsOf.NOTHING, drawDate, null, null, null);
    }

    /** Why a line is decided again. */
    public enum Cause {
        FACTS_ARRIVED,
        AMENDED,
        OVERRIDE,
        HOLD_LIFTED
    }
}
