package org.qualityzones.benchmarks;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions in FEEL, the expression language of DMN, from the checked trees of the CEL in which they are written. */
final class Feel {

    private Feel() {}

    static String of(CelAbstractSyntaxTree tree) {
        return of(tree.getExpr());
    }

    private static String of(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant());
            case IDENT -> expr.ident().name();
            case SELECT -> of(expr.select().operand()) + "." + expr.select().field();
            case LIST -> list(expr.list().elements());
            case CALL -> call(expr.call());
            case COMPREHENSION -> exists(expr.comprehension());
            default -> throw new IllegalArgumentException("No FEEL for " + expr.getKind());
        };
    }

    private static String constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> Boolean.toString(constant.booleanValue());
            case INT64_VALUE -> Long.toString(constant.int64Value());
            case STRING_VALUE -> '"' + constant.stringValue() + '"';
            case NULL_VALUE -> "null";
            default -> throw new IllegalArgumentException("No FEEL for " + constant.getKind());
        };
    }

    private static String list(List<CelExpr> elements) {
        return elements.stream().map(Feel::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String call(CelExpr.CelCall call) {
        List<CelExpr> arguments = call.args();
        return switch (call.function()) {
            case "_&&_" -> infix(arguments, "and");
            case "_||_" -> infix(arguments, "or");
            case "_==_" -> infix(arguments, "=");
            case "_!=_" -> infix(arguments, "!=");
            case "_<_" -> infix(arguments, "<");
            case "_>_" -> infix(arguments, ">");
            case "!_" -> "not(" + of(arguments.getFirst()) + ")";
            case "@in" -> "list contains(" + of(arguments.get(1)) + ", " + of(arguments.get(0)) + ")";
            case "_?_:_" ->
                "(if " + of(arguments.get(0)) + " then " + of(arguments.get(1)) + " else " + of(arguments.get(2)) + ")";
            case "size" -> "count(" + of(arguments.getFirst()) + ")";
            case "startsWith" ->
                "starts with(" + of(call.target().orElseThrow()) + ", " + of(arguments.getFirst()) + ")";
            default -> throw new IllegalArgumentException("No FEEL for " + call.function());
        };
    }

    private static String infix(List<CelExpr> sides, String operator) {
        return "(" + of(sides.get(0)) + " " + operator + " " + of(sides.get(1)) + ")";
    }

    /** The library's macros are loops in the tree; rules use {@code exists} alone, which collects with "or". */
    private static String exists(CelExpr.CelComprehension loop) {
        CelExpr.CelCall step = loop.loopStep().call();
        if (!step.function().equals("_||_")) {
            throw new IllegalArgumentException("No FEEL for loops but exists");
        }
        return "(some " + loop.iterVar() + " in " + of(loop.iterRange()) + " satisfies "
                + of(step.args().get(1)) + ")";
    }
}
