package org.qualityzones.contracts;

import java.util.List;

/** Clearance of lines changed. */
public record ClearanceChanged(List<Line> lines) {

    /**
     * @param from state before,
     * @param to state after, as in {@link DeclarationState.Clearance}
     */
    public record Line(int lineNo, String from, String to, String basis) {}
}
