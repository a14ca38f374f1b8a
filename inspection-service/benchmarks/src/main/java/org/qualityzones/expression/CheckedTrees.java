package org.qualityzones.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.qualityzones.ruleset.Definition;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.ruleset.Step;

/** The checked trees from which the engine makes its closures, for other engines; only this package gives them out. */
public final class CheckedTrees {

    /** Begins the name of a definition in a trace. */
    public static final String DEFINITION = "definition:";

    private CheckedTrees() {}

    /** The trees of definitions, steps and rules, in order, by their names in a trace. */
    public static SequencedMap<String, CelAbstractSyntaxTree> of(RuleSet rules) {
        Map<String, Object> parameters = new HashMap<>();
        rules.parameters().forEach(parameter -> parameters.put(parameter.id(), parameter.value()));
        ExpressionCompiler compiler = new ExpressionCompiler(parameters);
        SequencedMap<String, CelAbstractSyntaxTree> trees = new LinkedHashMap<>();
        try {
            for (Definition definition : rules.definitions()) {
                String source = definition.value().source();
                trees.put(DEFINITION + definition.id(), compiler.check(source));
                compiler.define(definition.id(), source);
            }
            for (Step step : rules.steps()) {
                trees.put(step.traceName(), compiler.check(step.when().source()));
            }
            for (Rule rule : rules.rules()) {
                trees.put(rule.id(), compiler.check(rule.when().source()));
            }
        } catch (InvalidExpression e) {
            throw new IllegalArgumentException("A rule set that was read does not compile: " + rules, e);
        }
        return trees;
    }
}
