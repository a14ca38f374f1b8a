package org.qualityzones.lint;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.qualityzones.decision.Decision;

/**
 * What an example is to show.
 *
 * @param possible false for a run that cannot come to it however its open facts are filled in
 * @param reached whether a decision shows it
 * @param rules those whose conditions are to be settled first
 * @param watched rules that are to match together, at most 64; a run tells their matches apart, which costs
 * @param byStep whether the way to the rules decides, more than their own conditions; the steps are settled first
 */
record Goal(
        Predicate<OpenRun> possible,
        Predicate<Decision> reached,
        List<String> rules,
        List<String> watched,
        boolean byStep) {

    Goal(Predicate<OpenRun> possible, Predicate<Decision> reached, List<String> rules) {
        this(possible, reached, rules, List.of(), false);
    }

    /** The same, on the way to the rules first. */
    Goal bySteps() {
        return new Goal(possible, reached, rules, watched, true);
    }

    /** All these rules match one input. */
    static Goal matched(String... rules) {
        List<String> all = Stream.of(rules).distinct().toList();
        return new Goal(
                OpenRun::mayMatchAllWatched,
                decision -> all.stream().allMatch(rule -> matched(decision, rule)),
                all,
                all,
                false);
    }

    static boolean matched(Decision decision, String rule) {
        return decision.trace().stream()
                .anyMatch(entry -> entry.matched() && entry.rule().equals(rule));
    }

    static boolean lookedAt(Decision decision, String name) {
        return decision.trace().stream().anyMatch(entry -> entry.rule().equals(name));
    }
}
