package org.qualityzones.ruleset;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.qualityzones.expression.Expression;
import org.qualityzones.facts.Fields;

/** Reads one effect: an object with one member, whose name is the effect. */
final class EffectReader {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Fields effect;
    private final Expressions expressions;
    private final Map<String, Parameter> parameters;
    private final Matrix matrix;

    EffectReader(Fields effect, Expressions expressions, Map<String, Parameter> parameters, Matrix matrix) {
        this.effect = effect;
        this.expressions = expressions;
        this.parameters = parameters;
        this.matrix = matrix;
    }

    /** Null when there is no such effect; the error is noted. */
    Effect read() {
        Iterator<String> names = effect.names().iterator();
        String name = names.hasNext() ? names.next() : "";
        if (names.hasNext()) {
            return effect.wrong(names.next(), "unknown-field", "An effect has one member", null);
        }
        return switch (name) {
            case "hold" -> new Effect.Hold(effect.required(name, CODE));
            case "exempt" -> plain(name, new Effect.Exempt());
            case "outcome" -> new Effect.AtLeastOutcome(effect.required(name, Outcome.class));
            case "mode" -> new Effect.SetMode(TableReader.applied(effect, name));
            case "matrix" -> effect.nested(name, this::fromMatrix);
            case "laxer" -> new Effect.Laxer(steps(name));
            case "stricter" -> new Effect.Stricter(steps(name));
            case "atLeast" -> new Effect.AtLeastMode(TableReader.applied(effect, name));
            case "share" -> new Effect.Share(effect.required(name), TableReader.share(effect, name, parameters));
            case "drawn" -> plain(name, new Effect.Drawn());
            case "draw" -> new Effect.DrawNow(effect.required(name, DrawKind.class));
            case "plans" -> plain(name, new Effect.Plans());
            case "waiveFee" -> plain(name, new Effect.WaiveFee());
            case "directRelease" -> plain(name, new Effect.DirectRelease());
            case "refuseDirectRelease" -> new Effect.RefuseDirectRelease(effect.required(name, CODE));
            default -> effect.wrong(name, "unknown-field", "There is no such effect", null);
        };
    }

    private Effect plain(String name, Effect value) {
        return effect.flag(name, false) ? value : effect.wrong(name, "choice", "It can only be true", value);
    }

    private int steps(String name) {
        long steps = effect.number(name, 0L, 5);
        return steps < 1 ? effect.wrong(name, "range", "1 to 5 steps are expected", 1) : (int) steps;
    }

    private Effect fromMatrix(Fields cell) {
        Expression row = expressions.text("class", cell);
        Expression column = expressions.text("risk", cell);
        if (matrix != null) {
            check(cell, "class", row, matrix.cells().keySet().stream().toList());
            check(cell, "risk", column, List.of("GENERAL", "HIGHER", "HIGH"));
        }
        return new Effect.FromMatrix(row, column);
    }

    private static void check(Fields cell, String name, Expression expression, List<String> known) {
        if (expression != null && (expression.domain().isEmpty() || !known.containsAll(expression.domain()))) {
            cell.wrong(name, "unknown-value", "It can only come to one of " + known, null);
        }
    }
}
