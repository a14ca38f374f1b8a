package org.qualityzones.ruleset;

import java.util.List;
import org.qualityzones.expression.Expression;

/**
 * One rule.
 *
 * @param id kebab case, unique within the set
 * @param step number of its step
 * @param then at least one effect, applied in order
 * @param citations none only in a draft
 */
public record Rule(String id, int step, Title title, Expression when, List<Effect> then, List<Citation> citations) {}
