package org.qualityzones.ruleset;

import java.util.List;
import org.qualityzones.expression.Expression;

/**
 * One step of the order of evaluation: its rules are looked at when its condition holds as the step begins.
 *
 * @param number from 1
 * @param id kebab case, unique within the set
 */
public record Step(int number, String id, Title title, Expression when, List<Rule> rules) {

    /** How a trace names the step. */
    public String traceName() {
        return "step:" + id;
    }
}
