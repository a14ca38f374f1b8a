package org.qualityzones.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qualityzones.expression.Expression.Type;
import org.qualityzones.expression.InvalidExpression.Problem;

/** Turns one checked tree into closures, refusing what the checker lets through and rules must not do. */
final class NodeBuilder {

    private static final int MAX_LOOPS = 3;
    private static final Set<CelType> COMPARABLE = Set.of(SimpleType.BOOL, SimpleType.INT, SimpleType.STRING);

    private final CelAbstractSyntaxTree ast;
    private final Map<String, Object> parameters;
    private final List<String> definitionNames;
    private final Map<String, Integer> locals = new HashMap<>();
    private final Domains domains;
    private int slots;
    private int nodes;
    private int loops;

    NodeBuilder(
            CelAbstractSyntaxTree ast,
            Map<String, Object> parameters,
            List<String> definitionNames,
            List<Expression> definitions,
            int slots) {
        this.ast = ast;
        this.parameters = parameters;
        this.definitionNames = definitionNames;
        this.domains = new Domains(ast, definitionNames, definitions, locals.keySet());
        this.slots = slots;
    }

    int slots() {
        return slots;
    }

    /** All values the expression can have, a text; empty when they are not limited. */
    List<String> domain() {
        return domains.of(ast.getExpr());
    }

    Type resultType(Type expected) throws InvalidExpression {
        CelType found = ast.getResultType();
        Type type;
        if (SimpleType.BOOL.equals(found)) {
            type = Type.BOOL;
        } else if (SimpleType.INT.equals(found)) {
            type = Type.INT;
        } else if (SimpleType.STRING.equals(found)) {
            type = Type.STRING;
        } else if (ListType.create(SimpleType.STRING).equals(found)) {
            type = Type.STRINGS;
        } else {
            throw problem(
                    "type",
                    "An expression comes to bool, int, string or a list of strings, not " + found.name(),
                    ast.getExpr());
        }
        if (expected != null && type != expected) {
            throw problem(
                    "type", "An expression of type " + expected + " is expected here, not " + type, ast.getExpr());
        }
        return type;
    }

    Node build(CelExpr expr) throws InvalidExpression {
        if (++nodes > ExpressionCompiler.MAX_NODES) {
            throw problem("too-large", "An expression has at most " + ExpressionCompiler.MAX_NODES + " parts", expr);
        }
        return switch (expr.getKind()) {
            case CONSTANT -> Nodes.constant(constant(expr));
            case IDENT -> ident(expr, expr.ident().name());
            case SELECT -> select(expr);
            case CALL -> call(expr);
            case LIST -> list(expr.list().elements());
            case COMPREHENSION -> comprehension(expr);
            default -> throw problem("unsupported", "Rules do not use " + expr.getKind(), expr);
        };
    }

    private Node list(List<CelExpr> elements) throws InvalidExpression {
        List<Node> built = buildAll(elements);
        boolean constant = elements.stream().allMatch(element -> element.getKind() == CelExpr.ExprKind.Kind.CONSTANT);
        return constant ? Nodes.constant(Nodes.list(built).eval(null)) : Nodes.list(built);
    }

    private Object constant(CelExpr expr) throws InvalidExpression {
        CelConstant constant = expr.constant();
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case STRING_VALUE -> constant.stringValue();
            case NULL_VALUE -> null;
            default ->
                throw problem(
                        "unsupported", "Rules know booleans, integers and texts, not " + constant.getKind(), expr);
        };
    }

    private Node ident(CelExpr expr, String name) throws InvalidExpression {
        Integer slot = locals.get(name);
        if (slot != null) {
            return Nodes.local(slot);
        }
        int definition = definitionNames.indexOf(name);
        if (definition >= 0) {
            return frame -> frame.definition(definition);
        }
        Fact fact = Vocabulary.find(name, null)
                .orElseThrow(() -> problem("unsupported", name + " is a group; name one of its fields", expr));
        return fact.name().equals(Vocabulary.STALE) ? Nodes.staleList(fact) : Nodes.fact(fact);
    }

    private Node select(CelExpr expr) throws InvalidExpression {
        CelExpr operand = expr.select().operand();
        String field = expr.select().field();
        if (domains.isGroup(operand)) {
            String group = operand.ident().name();
            return group.equals(ExpressionCompiler.PARAMETERS)
                    ? Nodes.constant(parameters.get(field))
                    : Nodes.fact(Vocabulary.find(group, field).orElseThrow());
        }
        return Nodes.member(build(operand), memberOf(operand, field));
    }

    private Member memberOf(CelExpr operand, String field) {
        return Vocabulary.ELEMENTS.get(domains.type(operand).name()).get(field);
    }

    private Node call(CelExpr expr) throws InvalidExpression {
        CelExpr.CelCall call = expr.call();
        List<CelExpr> arguments = new ArrayList<>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        checkComparison(expr, arguments);
        if (call.function().equals("@in") && isStale(arguments.get(1))) {
            return askStale(arguments.get(0));
        }
        List<Node> built = buildAll(arguments);
        return Nodes.call(call.function(), built);
    }

    private boolean isStale(CelExpr expr) {
        return domains.isGroup(expr) && expr.ident().name().equals(Vocabulary.STALE);
    }

    private Node askStale(CelExpr group) throws InvalidExpression {
        Fact stale = Vocabulary.find(Vocabulary.STALE, null).orElseThrow();
        if (group.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || !stale.domain().contains(group.constant().stringValue())) {
            throw problem("unknown-value", "One of " + stale.domain() + " can be stale", group);
        }
        return Nodes.askStale(stale, group.constant().stringValue());
    }

    private void checkComparison(CelExpr expr, List<CelExpr> arguments) throws InvalidExpression {
        switch (expr.call().function()) {
            case "_==_", "_!=_" -> {
                checkComparable(arguments.get(0));
                checkComparable(arguments.get(1));
                checkDomain(arguments.get(0), arguments.get(1));
                checkDomain(arguments.get(1), arguments.get(0));
            }
            case "@in" -> {
                checkComparable(arguments.get(0));
                if (arguments.get(1).getKind() == CelExpr.ExprKind.Kind.LIST) {
                    for (CelExpr element : arguments.get(1).list().elements()) {
                        checkDomain(arguments.get(0), element);
                        checkDomain(element, arguments.get(0));
                    }
                }
            }
            default -> {}
        }
    }

    private void checkComparable(CelExpr expr) throws InvalidExpression {
        CelType type = domains.type(expr);
        if (type.name().equals("null_type")
                || COMPARABLE.stream().anyMatch(known -> known.name().equals(type.name()))) {
            return;
        }
        throw problem("type", "Rules compare booleans, integers and texts, not " + type.name(), expr);
    }

    /** A text constant that the other side can never be is a slip of the pen. */
    private void checkDomain(CelExpr limited, CelExpr other) throws InvalidExpression {
        List<String> domain = domains.of(limited);
        if (limited.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                || domain.isEmpty()
                || other.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || other.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return;
        }
        if (!domain.contains(other.constant().stringValue())) {
            throw problem(
                    "unknown-value",
                    "'" + other.constant().stringValue() + "' is none of the values this can have: " + domain,
                    other);
        }
    }

    private Node comprehension(CelExpr expr) throws InvalidExpression {
        CelExpr.CelComprehension loop = expr.comprehension();
        if (++loops > MAX_LOOPS) {
            throw problem("too-deep", "At most " + MAX_LOOPS + " comprehensions stand within each other", expr);
        }
        Node range = build(loop.iterRange());
        Node start = build(loop.accuInit());
        int accumulator = slots++;
        int element = slots++;
        Integer outerAccumulator = locals.put(loop.accuVar(), accumulator);
        Node result = build(loop.result());
        Integer outerElement = locals.put(loop.iterVar(), element);
        Node condition = build(loop.loopCondition());
        Node step = build(loop.loopStep());
        restore(loop.iterVar(), outerElement);
        restore(loop.accuVar(), outerAccumulator);
        loops--;
        return Nodes.loop(range, start, condition, step, result, accumulator, element);
    }

    private void restore(String name, Integer slot) {
        if (slot == null) {
            locals.remove(name);
        } else {
            locals.put(name, slot);
        }
    }

    private List<Node> buildAll(List<CelExpr> exprs) throws InvalidExpression {
        List<Node> built = new ArrayList<>(exprs.size());
        for (CelExpr expr : exprs) {
            built.add(build(expr));
        }
        return built;
    }

    private InvalidExpression problem(String code, String detail, CelExpr at) {
        int offset = ast.getSource().getPositionsMap().getOrDefault(at.id(), 0);
        CelSourceLocation location = ast.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
        return new InvalidExpression(List.of(new Problem(code, detail, location.getLine(), location.getColumn() + 1)));
    }
}
