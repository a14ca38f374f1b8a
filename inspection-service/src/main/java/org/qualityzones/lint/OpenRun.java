package org.qualityzones.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qualityzones.expression.Assumption;
import org.qualityzones.expression.Definitions;
import org.qualityzones.expression.Expression;
import org.qualityzones.expression.Frame;
import org.qualityzones.expression.Looked;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.DrawKind;
import org.qualityzones.ruleset.Effect;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.ModePolicy;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.ruleset.Step;

/**
 * One pass through a rule set with facts left open: what every way of filling them in has in common. What it says never
 * happens cannot happen; what it says may happen need not.
 */
final class OpenRun {

    private static final long WHOLE = 1_000_000;

    private final List<String> watched;
    private final RuleSet ruleSet;
    private final Definitions words;
    private final Facts facts;
    private final Assumption assumption;
    private final boolean wordsReadState;
    private final Map<String, Match> matches = new HashMap<>();
    private final Set<String> entered = new HashSet<>();
    private final List<Looked> open = new ArrayList<>();
    private final List<Looked> pending = new ArrayList<>();
    private final Set<Mode> drawModes = new HashSet<>();
    private final Set<Cell> cells = new HashSet<>();
    private Frame frame;
    private Set<State> states = Set.of(new State(null, Mode.NONE, 0, false, false, 0));
    private boolean contradictory;
    private boolean drawnWithoutMode;

    /** Whether a rule matches. */
    enum Match {
        NO,
        MAYBE,
        YES
    }

    /**
     * What is decided so far.
     *
     * @param outcome null while undecided
     * @param share of lots that was asked for, in millionths
     * @param forced whether the lot is drawn whatever its number
     * @param given whether a rule gave the mode, from the matrix or outright
     * @param matched which of the watched rules matched, a bit each
     */
    record State(Outcome outcome, Mode mode, long share, boolean forced, boolean given, long matched) {

        State in(Mode next) {
            return new State(outcome, next, share, forced, given, matched);
        }

        State giving(Mode next) {
            return new State(outcome, next, share, forced, true, matched);
        }

        State asking(long least) {
            return new State(outcome, mode, Math.max(share, least), forced, given, matched);
        }

        State matching(long bit) {
            return new State(outcome, mode, share, forced, given, matched | bit);
        }

        State drawn() {
            return new State(outcome, mode, share, true, given, matched);
        }

        State held() {
            return new State(Outcome.HOLD, Mode.NONE, share, forced, given, matched);
        }

        State atLeast(Outcome least) {
            return new State(outcome == null ? least : outcome.orStricter(least), mode, share, forced, given, matched);
        }
    }

    /** A cell of the matrix that a rule reads; null where that is open. */
    record Cell(String rule, String row, String column) {}

    /** @param watched ids of rules that are asked about together, at most 64 */
    OpenRun(RuleSet ruleSet, Case open, List<String> watched) {
        this.watched = watched;
        this.ruleSet = ruleSet;
        this.words = ruleSet.words();
        this.facts = open.facts();
        this.assumption = Assumption.of(open.given().keySet(), open.taken(), words);
        this.wordsReadState = ruleSet.definitions().stream()
                .anyMatch(word -> word.value().source().contains("decision."));
        this.frame = new Frame(facts, words, assumption);
        checkWords(open);
        if (!contradictory) {
            ruleSet.steps().forEach(this::pass);
        }
    }

    /** Whether a definition cannot come to what was taken for granted. */
    boolean isContradictory() {
        return contradictory;
    }

    Match match(String rule) {
        return matches.getOrDefault(rule, Match.NO);
    }

    boolean mayEnter(String step) {
        return entered.contains(step);
    }

    Set<State> ends() {
        return states;
    }

    Set<Mode> drawModes() {
        return drawModes;
    }

    /** Whether one way of filling in what is open matches all watched rules. */
    boolean mayMatchAllWatched() {
        long all = (1L << watched.size()) - 1;
        return states.stream().anyMatch(state -> state.matched() == all);
    }

    /** Whether a lot may be drawn whose mode no rule gave. */
    boolean mayDrawWithoutMode() {
        return drawnWithoutMode;
    }

    Set<Cell> cells() {
        return cells;
    }

    /** Conditions whose answer is open, in order. */
    List<Looked> open() {
        return open;
    }

    /** Definitions that may yet not come to what was taken for granted. */
    List<Looked> pending() {
        return pending;
    }

    Facts facts() {
        return facts;
    }

    Frame frame() {
        return frame;
    }

    private void checkWords(Case open) {
        for (int i = 0; i < words.size(); i++) {
            Object taken = open.taken().get(words.name(i));
            if (taken != null) {
                Looked looked = frame.lookAtDefinition(i);
                if (looked.failed()) {
                    pending.add(looked);
                } else {
                    contradictory |= !taken.equals(looked.answer());
                }
            }
        }
    }

    private void pass(Step step) {
        Set<State> inside = new LinkedHashSet<>();
        Set<State> outside = new LinkedHashSet<>();
        for (Answer answer : look(step.traceName(), step.when(), states)) {
            if (answer.match() != Match.NO) {
                inside.add(answer.state());
            }
            if (answer.match() != Match.YES) {
                outside.add(answer.state());
            }
        }
        if (!inside.isEmpty()) {
            entered.add(step.id());
            boolean surely = outside.isEmpty();
            for (Rule rule : step.rules()) {
                inside = pass(rule, inside, surely);
            }
        }
        outside.addAll(inside);
        states = outside;
    }

    private Set<State> pass(Rule rule, Set<State> before, boolean surely) {
        Set<State> after = new LinkedHashSet<>();
        boolean all = surely;
        boolean any = false;
        for (Answer answer : look(rule.id(), rule.when(), before)) {
            if (answer.match() != Match.YES) {
                after.add(answer.state());
            }
            if (answer.match() != Match.NO) {
                after.addAll(applied(rule, answer));
                any = true;
            }
            all &= answer.match() == Match.YES;
        }
        matches.put(rule.id(), any ? all ? Match.YES : Match.MAYBE : Match.NO);
        return after;
    }

    private record Answer(State state, Match match, Looked looked) {}

    /** Looks once when the answer does not hang on what is decided so far. */
    private List<Answer> look(String name, Expression when, Set<State> before) {
        List<Answer> answers = new ArrayList<>();
        Answer last = null;
        for (State state : before) {
            if (last == null || last.looked().readsState() || wordsReadState) {
                last = look(name, when, state);
            } else {
                last = new Answer(state, last.match(), last.looked());
            }
            answers.add(last);
        }
        return answers;
    }

    private Answer look(String name, Expression when, State state) {
        if (wordsReadState) {
            frame = new Frame(facts, words, assumption);
        }
        frame.state(
                state.outcome() == null ? "UNDECIDED" : state.outcome().name(),
                state.mode().name());
        Looked looked = frame.look(name, when);
        if (looked.failed()) {
            open.add(looked);
        }
        Match match = looked.failed() ? Match.MAYBE : looked.matched() ? Match.YES : Match.NO;
        return new Answer(state, match, looked);
    }

    private Set<State> applied(Rule rule, Answer answer) {
        int bit = watched.indexOf(rule.id());
        Set<State> now = Set.of(bit < 0 ? answer.state() : answer.state().matching(1L << bit));
        for (Effect effect : rule.then()) {
            Set<State> next = new LinkedHashSet<>();
            now.forEach(state -> next.addAll(applied(rule, effect, state, answer.looked())));
            now = next;
        }
        return now;
    }

    private Set<State> applied(Rule rule, Effect effect, State state, Looked looked) {
        return switch (effect) {
            case Effect.Hold _ -> Set.of(state.held());
            case Effect.Exempt _ -> Set.of(state.atLeast(Outcome.EXEMPT));
            case Effect.AtLeastOutcome least -> Set.of(state.atLeast(least.outcome()));
            case Effect.SetMode set -> Set.of(state.giving(set.mode()));
            case Effect.FromMatrix cell -> fromMatrix(rule, cell, state, looked);
            case Effect.Laxer laxer -> Set.of(state.in(state.mode().moved(-laxer.steps())));
            case Effect.Stricter stricter -> Set.of(state.in(state.mode().moved(stricter.steps())));
            case Effect.AtLeastMode least -> Set.of(state.in(state.mode().orStricter(least.mode())));
            case Effect.Share least -> Set.of(state.asking(least.share()));
            case Effect.Drawn _ -> Set.of(state.drawn());
            case Effect.DrawNow now -> drawn(now.kind(), state);
            default -> Set.of(state);
        };
    }

    private Set<State> fromMatrix(Rule rule, Effect.FromMatrix cell, State state, Looked looked) {
        String row = text(cell.producerClass(), looked);
        String column = text(cell.risk(), looked);
        cells.add(new Cell(rule.id(), row, column));
        Set<State> after = new LinkedHashSet<>();
        ruleSet.matrix()
                .cells()
                .forEach((knownRow, columns) -> columns.forEach((knownColumn, mode) -> {
                    if ((row == null || row.equals(knownRow)) && (column == null || column.equals(knownColumn))) {
                        after.add(state.giving(mode));
                    }
                }));
        return after;
    }

    private String text(Expression expression, Looked rule) {
        Object value = frame.value(expression, rule);
        if (value == null) {
            open.add(frame.look(rule.name(), expression));
        }
        return (String) value;
    }

    private Set<State> drawn(DrawKind kind, State state) {
        if (kind == DrawKind.CAMPAIGN) {
            State sampled = state.atLeast(Outcome.SAMPLE);
            return sampled.equals(state) ? Set.of(state) : Set.of(state, sampled);
        }
        drawModes.add(state.mode());
        drawnWithoutMode |= !state.given();
        ModePolicy policy = ruleSet.policy(state.mode() == Mode.NONE ? Mode.STRICT : state.mode());
        State drawn = state.atLeast(policy.drawn());
        State notDrawn = state.atLeast(policy.notDrawn());
        boolean always = state.forced() || Math.max(state.share(), policy.share()) >= WHOLE;
        return always || drawn.equals(notDrawn) ? Set.of(drawn) : Set.of(drawn, notDrawn);
    }
}
