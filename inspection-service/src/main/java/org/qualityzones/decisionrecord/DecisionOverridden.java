package org.qualityzones.decisionrecord;

import org.qualityzones.ruleset.Outcome;

/**
 * A decision was overridden.
 *
 * @param rule that its outcome came from, or {@code override}
 */
public record DecisionOverridden(String rule, Outcome from, Outcome to) {

    boolean isLaxer() {
        return to.compareTo(from) < 0;
    }
}
