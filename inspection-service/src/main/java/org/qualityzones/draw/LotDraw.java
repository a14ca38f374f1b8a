package org.qualityzones.draw;

import java.time.LocalDate;
import java.util.UUID;
import org.qualityzones.decision.Draw;

/**
 * The draw that one declared line carries.
 *
 * @param u64 16 hex digits of the unsigned 64-bit number
 * @param day the day whose seed it comes from
 * @param inheritedFrom the line whose message it comes from; null when it is the line's own
 * @param drawnBefore whether an earlier line of the same lot was drawn
 */
public record LotDraw(String u64, LocalDate day, Draw.Inherited inheritedFrom, boolean drawnBefore) {

    /** The message and the day that a number comes from. */
    public record Origin(UUID declarationId, int lineNo, LocalDate day) {}
}
