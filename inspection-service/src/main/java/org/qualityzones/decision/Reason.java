package org.qualityzones.decision;

import java.util.List;
import org.qualityzones.ruleset.Citation;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.Outcome;

/**
 * One effect that a rule had on the decision.
 *
 * @param rule id of the rule
 * @param effect code, such as {@code mode=GENERAL} or {@code atLeast=STRICT}
 * @param mode the mode after this effect
 * @param binding false when the rule matched and its effect changed nothing, because another was already as strict
 * @param liftedBy for a hold: code of what lifts it; else null
 * @param citations at least one
 */
public record Reason(
        String rule, String effect, Mode mode, boolean binding, String liftedBy, List<Citation> citations) {

    /** Whether an effect is to come to this outcome. */
    public static boolean isOutcome(String effect, Outcome outcome) {
        return effect.equals("outcome=" + outcome)
                || outcome == Outcome.HOLD && effect.equals("hold")
                || outcome == Outcome.EXEMPT && effect.equals("exempt");
    }
}
