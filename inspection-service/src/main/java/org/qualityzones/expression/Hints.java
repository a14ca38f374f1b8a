package org.qualityzones.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an expression says of the values that make a difference to it, for whoever looks for examples.
 *
 * @param constants by name of a fact, the texts and integers it is compared with
 * @param parameters ids of the parameters it reads
 * @param definitions names of the definitions it reads
 * @param exact false when it calculates, so that other values may make a difference too
 */
public record Hints(
        SortedMap<String, SortedSet<String>> constants,
        SortedSet<String> parameters,
        SortedSet<String> definitions,
        boolean exact) {

    private static final Set<String> LOGICAL = Set.of("_&&_", "_||_", "!_", "_?_:_", "@not_strictly_false");
    private static final Set<String> CALCULATING = Set.of("_+_", "_-_", "_*_", "-_");

    static Hints of(CelExpr expr, Map<String, Object> parameters, List<String> definitionNames) {
        Reader reader = new Reader(parameters, definitionNames);
        reader.walk(expr);
        return new Hints(reader.constants, reader.parametersRead, reader.definitionsRead, reader.exact);
    }

    private static final class Reader {

        private final Map<String, Object> parameters;
        private final List<String> definitionNames;
        private final SortedMap<String, SortedSet<String>> constants = new TreeMap<>();
        private final SortedSet<String> parametersRead = new TreeSet<>();
        private final SortedSet<String> definitionsRead = new TreeSet<>();
        private boolean exact = true;

        Reader(Map<String, Object> parameters, List<String> definitionNames) {
            this.parameters = parameters;
            this.definitionNames = definitionNames;
        }

        private void walk(CelExpr expr) {
            note(expr);
            switch (expr.getKind()) {
                case CALL -> {
                    if (!LOGICAL.contains(expr.call().function())) {
                        relate(expr);
                    }
                    exact &= !CALCULATING.contains(expr.call().function());
                }
                case COMPREHENSION -> relate(expr);
                default -> {}
            }
            children(expr).forEach(this::walk);
        }

        private void note(CelExpr expr) {
            if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT
                    && definitionNames.contains(expr.ident().name())) {
                definitionsRead.add(expr.ident().name());
            } else if (isParameter(expr)) {
                parametersRead.add(expr.select().field());
            }
        }

        /** Every fact below is compared with every constant below, or may be. */
        private void relate(CelExpr expr) {
            List<String> facts = new ArrayList<>();
            List<String> values = new ArrayList<>();
            gather(expr, facts, values);
            facts.forEach(fact ->
                    constants.computeIfAbsent(fact, _ -> new TreeSet<>()).addAll(values));
        }

        private void gather(CelExpr expr, List<String> facts, List<String> values) {
            switch (expr.getKind()) {
                case CONSTANT -> constant(expr.constant(), values);
                case IDENT -> {
                    if (Vocabulary.find(expr.ident().name(), null).isPresent()) {
                        facts.add(expr.ident().name());
                    }
                }
                case SELECT -> select(expr, facts, values);
                default -> {}
            }
            children(expr).forEach(child -> gather(child, facts, values));
        }

        private void select(CelExpr expr, List<String> facts, List<String> values) {
            CelExpr operand = expr.select().operand();
            if (isParameter(expr)) {
                values.add(String.valueOf(parameters.get(expr.select().field())));
            } else if (operand.getKind() == CelExpr.ExprKind.Kind.IDENT) {
                Vocabulary.find(operand.ident().name(), expr.select().field())
                        .ifPresent(fact -> facts.add(fact.name()));
            }
        }

        private boolean isParameter(CelExpr expr) {
            return expr.getKind() == CelExpr.ExprKind.Kind.SELECT
                    && expr.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT
                    && expr.select().operand().ident().name().equals(ExpressionCompiler.PARAMETERS);
        }

        private static void constant(CelConstant constant, List<String> values) {
            switch (constant.getKind()) {
                case INT64_VALUE -> values.add(Long.toString(constant.int64Value()));
                case STRING_VALUE -> values.add(constant.stringValue());
                default -> {}
            }
        }

        private static List<CelExpr> children(CelExpr expr) {
            return switch (expr.getKind()) {
                case SELECT -> List.of(expr.select().operand());
                case CALL -> {
                    List<CelExpr> all = new ArrayList<>(expr.call().args());
                    expr.call().target().ifPresent(all::add);
                    yield all;
                }
                case LIST -> expr.list().elements();
                case COMPREHENSION ->
                    List.of(
                            expr.comprehension().iterRange(),
                            expr.comprehension().loopStep(),
                            expr.comprehension().result());
                default -> List.of();
            };
        }
    }
}
