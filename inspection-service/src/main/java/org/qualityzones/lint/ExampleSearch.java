package org.qualityzones.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.expression.Definitions;
import org.qualityzones.expression.Expression;
import org.qualityzones.expression.FactKind;
import org.qualityzones.expression.Frame;
import org.qualityzones.expression.Looked;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.RuleSet;

/**
 * Looks for an input that reaches a goal: facts and definitions are settled one by one, those that the goal hangs on first,
 * and a case is given up as soon as no way of settling the rest reaches it.
 */
final class ExampleSearch {

    private static final List<String> DRAWS = List.of("ffffffffffffffff", "0000000000000000");

    private static final int GUESSES = 1_000;
    private static final int MOST_GUESSES = 20_000;
    private static final int UNUSUAL = 4;
    private static final int GOALS = 5;
    private static final int LITTLE = 200;

    private final RuleSet ruleSet;
    private final Universe universe;
    private final int budget;
    private int guessesLeft = MOST_GUESSES;
    private int runs;
    private int left;

    /** @param budget open runs for one goal; all goals together have {@value #GOALS} times as many, then little each, then none */
    ExampleSearch(RuleSet ruleSet, Universe universe, int budget) {
        this.left = GOALS * budget;
        this.ruleSet = ruleSet;
        this.universe = universe;
        this.budget = budget;
    }

    /** What a search came to. */
    sealed interface Result {

        /** An input that reaches the goal, decided. */
        record Found(Example example, Decision decision) implements Result {}

        /** No input reaches it. */
        record Never() implements Result {}

        /** Not settled within the budget. */
        record Unsettled() implements Result {}
    }

    Result search(Goal goal) {
        return searchFrom(Case.OPEN, goal);
    }

    /** @param from facts that are settled already */
    Result searchFrom(Case from, Goal goal) {
        runs = 0;
        try {
            return search(from, goal).<Result>map(found -> found).orElseGet(Result.Never::new);
        } catch (BudgetSpent _) {
            return guessed(from, goal).<Result>map(found -> found).orElseGet(Result.Unsettled::new);
        }
    }

    /** Many inputs at random, each with a few facts that are not the usual ones; the same ones for each goal. */
    private Optional<Result.Found> guessed(Case from, Goal goal) {
        Random random = new Random(GUESSES);
        for (int i = 0; i < GUESSES && guessesLeft > 0; i++) {
            guessesLeft--;
            Case guess = from;
            for (FactKind kind : FactKind.ALL) {
                if (random.nextInt(UNUSUAL) == 0 && !from.given().containsKey(kind.name())) {
                    List<JsonNode> values = universe.values(kind.name());
                    guess = guess.withFact(kind.name(), values.get(random.nextInt(values.size())));
                }
            }
            Optional<Result.Found> found = decided(guess, guess.facts(), goal);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Result.Found> search(Case open, Goal goal) {
        left--;
        if (++runs > allowed()) {
            throw new BudgetSpent();
        }
        OpenRun run = new OpenRun(ruleSet, open, goal.watched());
        if (run.isContradictory() || !goal.possible().test(run)) {
            return Optional.empty();
        }
        Optional<Result.Found> found = decided(open, run.facts(), goal);
        if (found.isPresent()) {
            return found;
        }
        for (Case next : split(open, goal, run)) {
            found = search(next, goal);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What is decided about an ordinary line. */
    Example ordinary() {
        return decided(Case.OPEN, Case.OPEN.facts(), new Goal(_ -> true, _ -> true, List.of()))
                .orElseThrow()
                .example();
    }

    /** Open runs that one goal may cost by now. */
    private int allowed() {
        if (left > 0) {
            return budget;
        }
        return left > -GOALS * budget / 2 ? LITTLE : 0;
    }

    private Optional<Result.Found> decided(Case open, Facts facts, Goal goal) {
        for (String draw : DRAWS) {
            Decision decision =
                    DecisionEngine.decide(facts.withDraw(draw), ruleSet, DecisionContext.hypothetical(null));
            if (goal.reached().test(decision)) {
                return Optional.of(new Result.Found(Example.of(open.document().put("draw", draw), decision), decision));
            }
        }
        return Optional.empty();
    }

    /** The cases that differ in the first thing that matters and is open; none when all that matters is settled. */
    private List<Case> split(Case open, Goal goal, OpenRun run) {
        Stream<Looked> steps =
                run.open().stream().filter(looked -> looked.name().startsWith("step:"));
        Stream<Looked> pending = run.pending().stream();
        return Stream.of(
                        run.open().stream().filter(looked -> goal.rules().contains(looked.name())),
                        goal.byStep() ? steps : pending,
                        goal.byStep() ? pending : steps,
                        run.open().stream())
                .flatMap(looked -> looked)
                .map(looked -> split(open, run.frame(), looked))
                .filter(cases -> !cases.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Case> split(Case open, Frame frame, Looked looked) {
        Definitions words = ruleSet.words();
        for (int word : looked.definitionsRead()) {
            String name = words.name(word);
            if (open.taken().containsKey(name)) {
                continue;
            }
            Looked value = frame.lookAtDefinition(word);
            if (value.failed()) {
                List<Object> choices = choices(words.expression(word));
                List<Case> cases = choices.isEmpty()
                        ? split(open, frame, value)
                        : choices.stream()
                                .map(choice -> open.withDefinition(name, choice))
                                .toList();
                if (!cases.isEmpty()) {
                    return cases;
                }
            }
        }
        List<String> unknown = looked.unknownFacts();
        if (unknown.isEmpty()) {
            return List.of();
        }
        List<Case> cases = new ArrayList<>();
        for (JsonNode value : universe.values(unknown.getFirst())) {
            cases.add(open.withFact(unknown.getFirst(), value));
        }
        return cases;
    }

    private static List<Object> choices(Expression word) {
        return word.type() == Expression.Type.BOOL ? List.of(true, false) : List.copyOf(word.domain());
    }

    private static final class BudgetSpent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BudgetSpent() {
            super("The budget is spent", null, false, false);
        }
    }
}
