package org.qualityzones.counterfactual;

import java.util.List;
import org.qualityzones.ruleset.Outcome;

/**
 * The smallest changes of facts that flip a decision.
 *
 * @param outcome what the rules come to on the facts as stored, whoever overrode it
 * @param wanted null: any laxer one
 * @param complete whether every set of that many changes, and every smaller one, was decided
 * @param evaluated how many decisions that took
 * @param counterfactuals all with the same number of changes, at most 50; none when no set of up to 3 changes flips it
 */
public record Counterfactuals(
        Outcome outcome, Outcome wanted, boolean complete, int evaluated, List<Counterfactual> counterfactuals) {}
