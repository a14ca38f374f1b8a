package org.qualityzones.lint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.qualityzones.decision.Decision;
import org.qualityzones.expression.Frame;
import org.qualityzones.ruleset.Effect;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;

/** Inputs that show what a rule set does; each is searched once. */
final class Examples {

    private final RuleSet ruleSet;
    private final ExampleSearch search;
    private final Map<String, ExampleSearch.Result> matching = new HashMap<>();
    private final Map<Mode, ExampleSearch.Result> drawn = new EnumMap<>(Mode.class);

    Examples(RuleSet ruleSet, ExampleSearch search) {
        this.ruleSet = ruleSet;
        this.search = search;
    }

    ExampleSearch.Result search(Goal goal) {
        return search.search(goal);
    }

    /** An input that a rule matches. */
    ExampleSearch.Result matching(String rule) {
        return matching.computeIfAbsent(rule, _ -> search.search(Goal.matched(rule)));
    }

    /** The input of a result; null when there is none. */
    static Example of(ExampleSearch.Result result) {
        return result instanceof ExampleSearch.Result.Found found ? found.example() : null;
    }

    /** An input for which one of some rules matches; null when none does. */
    Example ofAny(Predicate<Rule> rules) {
        return ruleSet.rules().stream()
                .filter(rules)
                .map(rule -> of(matching(rule.id())))
                .filter(example -> example != null)
                .findFirst()
                .orElse(null);
    }

    /** What is decided about an ordinary line. */
    Example any() {
        return search.ordinary();
    }

    /** An input that reads a definition. */
    Example reading(String definition) {
        return ruleSet.rules().stream()
                .filter(rule -> reads(rule.when().hints().definitions(), definition))
                .map(rule -> matching(rule.id()))
                .filter(ExampleSearch.Result.Found.class::isInstance)
                .map(ExampleSearch.Result.Found.class::cast)
                .filter(found -> Goal.lookedAt(found.decision(), "definition:" + definition))
                .findFirst()
                .map(ExampleSearch.Result.Found::example)
                .orElse(null);
    }

    private boolean reads(Iterable<String> words, String wanted) {
        for (String word : words) {
            if (word.equals(wanted)
                    || ruleSet.definitions().stream()
                            .filter(known -> known.id().equals(word))
                            .anyMatch(known -> reads(known.value().hints().definitions(), wanted))) {
                return true;
            }
        }
        return false;
    }

    /** An input whose lot is drawn in a mode. */
    Example drawnIn(Mode mode) {
        return of(drawn.computeIfAbsent(mode, this::searchDrawnIn));
    }

    private ExampleSearch.Result searchDrawnIn(Mode mode) {
        return search.search(new Goal(
                run -> run.drawModes().contains(mode),
                decision -> decision.reasons().stream()
                        .anyMatch(reason -> reason.effect().equals(RuleSet.POLICY + mode)),
                Stream.of(
                                Effect.SetMode.class,
                                Effect.FromMatrix.class,
                                Effect.Laxer.class,
                                Effect.Stricter.class,
                                Effect.AtLeastMode.class,
                                Effect.DrawNow.class)
                        .flatMap(effect -> rulesWith(effect).stream())
                        .toList()));
    }

    /** An input whose lot, of goods with this code, is inspected by plan. */
    Example sampled(String hsCode) {
        Goal goal = new Goal(
                run -> run.ends().stream()
                        .anyMatch(state ->
                                state.outcome() == Outcome.SAMPLE || state.outcome() == Outcome.FULL_INSPECTION),
                decision -> !decision.samplingPlans().isEmpty(),
                rulesWith(Effect.DrawNow.class));
        return of(
                search.searchFrom(Case.OPEN.withFact("line.hsCode", JsonNodeFactory.instance.textNode(hsCode)), goal));
    }

    /** An input that reads a cell of the matrix. */
    Example ofCell(String row, String column) {
        return of(search.search(new Goal(
                run -> run.cells().stream()
                        .anyMatch(cell -> (cell.row() == null || cell.row().equals(row))
                                && (cell.column() == null || cell.column().equals(column))),
                decision -> readsCell(decision, row, column),
                rulesWith(Effect.FromMatrix.class))));
    }

    private boolean readsCell(Decision decision, String row, String column) {
        Frame frame = new Frame(decision.facts(), ruleSet.words());
        return ruleSet.rules().stream()
                .filter(rule -> Goal.matched(decision, rule.id()))
                .flatMap(rule -> rule.then().stream())
                .filter(Effect.FromMatrix.class::isInstance)
                .map(Effect.FromMatrix.class::cast)
                .anyMatch(cell ->
                        row.equals(frame.look("class", cell.producerClass()).answer())
                                && column.equals(frame.look("risk", cell.risk()).answer()));
    }

    private List<String> rulesWith(Class<? extends Effect> effect) {
        return ruleSet.rules().stream()
                .filter(rule -> rule.then().stream().anyMatch(effect::isInstance))
                .map(Rule::id)
                .toList();
    }
}
