package org.qualityzones.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.decision.Reason;
import org.qualityzones.ruleset.Effect;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.ruleset.Title;

/**
 * What is worse is never treated more laxly: the inputs that reach each rule are decided again with a better and a worse class,
 * risk, credit, warning, corrective action or request. Not all inputs are looked at; what is found is shown.
 */
final class OrderChecks {

    private static final List<String> STRICTER = List.of("hold", "outcome=", "mode=", "atLeast=", "stricter=");

    private final RuleSet ruleSet;
    private final Examples examples;
    private final Places places;
    private final Findings findings;
    private final Set<String> said = new HashSet<>();

    OrderChecks(RuleSet ruleSet, Examples examples, Places places) {
        this.ruleSet = ruleSet;
        this.examples = examples;
        this.places = places;
        this.findings = new Findings(examples);
    }

    List<Finding> findings() {
        List<ObjectNode> inputs = Stream.concat(
                        Stream.of(examples.any()),
                        ruleSet.rules().stream().map(rule -> Examples.of(examples.matching(rule.id()))))
                .filter(Objects::nonNull)
                .map(Example::facts)
                .flatMap(facts -> Stream.of(facts, Worsening.best(facts)))
                .distinct()
                .toList();
        inputs.forEach(input -> Worsening.ALL.forEach(worsening -> check(input, worsening)));
        return findings.all();
    }

    private void check(ObjectNode input, Worsening worsening) {
        Decision before = null;
        for (JsonNode value : worsening.values()) {
            ObjectNode worse = worsening.in(input, value);
            Decision after = DecisionEngine.decide(Universe.facts(worse), ruleSet, DecisionContext.hypothetical(null));
            if (before != null) {
                if (laxer(after, before)) {
                    reportLaxer(worsening, value, worse, before, after);
                }
                checkShares(worse, before, after);
            }
            before = after;
        }
    }

    /** Modes are compared between outcomes that are no {@code HOLD}. */
    private static boolean laxer(Decision after, Decision before) {
        int outcomes = after.outcome().compareTo(before.outcome());
        return outcomes < 0
                || outcomes == 0
                        && after.outcome() != Outcome.HOLD
                        && after.mode().compareTo(before.mode()) < 0;
    }

    private void reportLaxer(Worsening worsening, JsonNode value, ObjectNode worse, Decision before, Decision after) {
        String rule = before.reasons().stream()
                .filter(reason -> reason.binding() && makesStricter(reason) && !Goal.matched(after, reason.rule()))
                .map(Reason::rule)
                .reduce((_, last) -> last)
                .orElse(null);
        if (said.add(worsening.fact() + " " + rule)) {
            String now = after.outcome() + " " + after.mode();
            String then = before.outcome() + " " + before.mode();
            findings.add(Finding.warning(
                    LintCode.CONTRADICTION,
                    rule == null ? "/rules" : places.rule(rule),
                    rule,
                    new Title(
                            worsening.fact() + " 变差为 " + value + " 时，示例的结果 " + now + " 反而比变差前的 " + then + " 更宽",
                            "With " + worsening.fact() + " worse, " + value + ", the example is decided as " + now
                                    + ", laxer than before, " + then),
                    Example.of(worse, after)));
        }
    }

    private static boolean makesStricter(Reason reason) {
        return STRICTER.stream().anyMatch(reason.effect()::startsWith);
    }

    /** Both ask for a share, and the worse one for less. */
    private void checkShares(ObjectNode worse, Decision before, Decision after) {
        Optional<Effect.Share> then = asked(before);
        Optional<Effect.Share> now = asked(after);
        if (then.isPresent()
                && now.isPresent()
                && now.get().share() < then.get().share()) {
            String parameter = now.get().parameter();
            if (said.add(parameter)) {
                findings.add(Finding.error(
                        LintCode.PARAMETER_OUT_OF_RANGE,
                        places.parameter(parameter) + "/value",
                        parameter,
                        new Title(
                                "情形更差，抽批比例却低于 " + then.get().parameter(),
                                "Of what is worse, fewer lots are drawn than by "
                                        + then.get().parameter()),
                        Example.of(worse, after)));
            }
        }
    }

    /** The greatest share that a rule asked for. */
    private Optional<Effect.Share> asked(Decision decision) {
        return ruleSet.rules().stream()
                .filter(rule -> Goal.matched(decision, rule.id()))
                .flatMap(OrderChecks::shares)
                .max(Comparator.comparingLong(Effect.Share::share));
    }

    static Stream<Effect.Share> shares(Rule rule) {
        return rule.then().stream().filter(Effect.Share.class::isInstance).map(Effect.Share.class::cast);
    }
}
