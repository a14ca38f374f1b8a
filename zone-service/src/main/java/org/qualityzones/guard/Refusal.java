package org.qualityzones.guard;

import org.qualityzones.web.Problem;

/** A rule that said no, and why this time. */
public record Refusal(Guard guard, String detail) {

    public Problem toProblem() {
        return guard.refuse(detail);
    }
}
