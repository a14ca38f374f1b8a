package org.qualityzones.ruleset;

import java.util.List;
import org.qualityzones.expression.Definitions;
import org.qualityzones.expression.Expression;
import org.qualityzones.expression.ExpressionCompiler;
import org.qualityzones.expression.InvalidExpression;
import org.qualityzones.facts.Fields;

/** The expressions of one document: problems become findings at the expression's pointer. */
final class Expressions {

    private static final int MAX_CHARACTERS = 4_000;

    private final ExpressionCompiler compiler;
    private final List<InvalidRuleSet.Finding> findings;

    Expressions(ExpressionCompiler compiler, List<InvalidRuleSet.Finding> findings) {
        this.compiler = compiler;
        this.findings = findings;
    }

    boolean taken(String name) {
        return compiler.taken(name);
    }

    Definitions definitions() {
        return compiler.definitions();
    }

    /** Null when it cannot be compiled; the finding is noted. */
    Expression define(String id, Fields definition) {
        return compiled("value", definition, source -> compiler.define(id, source));
    }

    Expression condition(String field, Fields owner) {
        return compiled(field, owner, source -> compiler.compile(source, Expression.Type.BOOL));
    }

    Expression text(String field, Fields owner) {
        return compiled(field, owner, source -> compiler.compile(source, Expression.Type.STRING));
    }

    private Expression compiled(String field, Fields owner, Compilation compilation) {
        String source = owner.longText(field, MAX_CHARACTERS);
        if (source.isEmpty()) {
            return null;
        }
        try {
            return compilation.of(source);
        } catch (InvalidExpression e) {
            e.problems()
                    .forEach(problem -> findings.add(new InvalidRuleSet.Finding(
                            owner.at(field), problem.code(), problem.detail(), problem.line(), problem.column())));
            return null;
        }
    }

    private interface Compilation {
        Expression of(String source) throws InvalidExpression;
    }
}
