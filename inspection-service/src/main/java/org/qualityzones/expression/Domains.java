package org.qualityzones.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of the parts of a checked tree: their types, and for texts all values they can have. */
final class Domains {

    private final CelAbstractSyntaxTree ast;
    private final List<String> definitionNames;
    private final List<Expression> definitions;
    private final Set<String> locals;

    /** @param locals names of the comprehension variables in scope, a live view */
    Domains(CelAbstractSyntaxTree ast, List<String> definitionNames, List<Expression> definitions, Set<String> locals) {
        this.ast = ast;
        this.definitionNames = definitionNames;
        this.definitions = definitions;
        this.locals = locals;
    }

    /** All values a text can have; empty when they are not limited. */
    List<String> of(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT ->
                expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                        ? List.of(expr.constant().stringValue())
                        : List.of();
            case IDENT -> identDomain(expr.ident().name());
            case SELECT -> selectDomain(expr.select());
            case CALL -> expr.call().function().equals("_?_:_") ? conditionalDomain(expr.call()) : List.of();
            default -> List.of();
        };
    }

    /** Whether a name is read from the vocabulary and is no variable of a comprehension. */
    boolean isGroup(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.IDENT
                && !locals.contains(expr.ident().name());
    }

    CelType type(CelExpr expr) {
        return ast.getType(expr.id()).orElse(SimpleType.DYN);
    }

    private List<String> identDomain(String name) {
        int definition = locals.contains(name) ? -1 : definitionNames.indexOf(name);
        if (definition >= 0) {
            return definitions.get(definition).domain();
        }
        return Vocabulary.find(name, null)
                .filter(fact -> SimpleType.STRING.equals(fact.type()))
                .map(Fact::domain)
                .orElse(List.of());
    }

    private List<String> selectDomain(CelExpr.CelSelect select) {
        if (isGroup(select.operand())) {
            return Vocabulary.find(select.operand().ident().name(), select.field())
                    .map(Fact::domain)
                    .orElse(List.of());
        }
        Map<String, Member> members =
                Vocabulary.ELEMENTS.get(type(select.operand()).name());
        return members == null ? List.of() : members.get(select.field()).domain();
    }

    private List<String> conditionalDomain(CelExpr.CelCall call) {
        List<String> one = of(call.args().get(1));
        List<String> other = of(call.args().get(2));
        if (one.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both.stream().sorted().toList();
    }
}
