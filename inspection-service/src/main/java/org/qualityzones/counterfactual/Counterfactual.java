package org.qualityzones.counterfactual;

import java.util.List;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.Outcome;

/**
 * Changes that together flip the outcome; no fewer do.
 *
 * @param changes in order of the facts' names
 * @param outcome what was decided on the changed facts, by the same rule set and the same draw
 * @param rules ids of the rules that had an effect on that decision, in order
 * @param factsDigest of the changed facts
 */
public record Counterfactual(
        List<Change> changes, Outcome outcome, Mode mode, List<String> rules, String factsDigest) {}
