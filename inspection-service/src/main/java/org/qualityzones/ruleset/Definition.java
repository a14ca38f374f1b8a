package org.qualityzones.ruleset;

import java.util.List;
import org.qualityzones.expression.Expression;

/** A word of the rules, such as {@code member}, said once. */
public record Definition(String id, Title title, Expression value, List<Citation> citations) {}
