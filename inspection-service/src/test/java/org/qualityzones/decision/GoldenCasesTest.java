package org.qualityzones.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.sampling.SamplingPlan;

/** The golden tables: every branch and every conflict of precedence of the order of evaluation, written by hand. */
class GoldenCasesTest {

    @TestFactory
    Stream<DynamicTest> shouldDecideAsTheTableSays() {
        return Tables.read("cases.txt").stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> checkDecision(row)));
    }

    @TestFactory
    Stream<DynamicTest> shouldPlanAsTheTableSays() {
        return Tables.read("plans.txt").stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> assertThat(plans(row.get(1)))
                        .isEqualTo(row.get(2).replaceAll("\\s+", " "))));
    }

    @Test
    void shouldMatchAndMissEveryRuleOfTheShippedSet() {
        Set<String> matched = new HashSet<>();
        Set<String> missed = new HashSet<>();
        Stream.concat(
                        Tables.read("cases.txt").stream().map(row -> row.get(1)),
                        Tables.read("direct-release.txt").stream().map(row -> "direct " + row.get(1)))
                .forEach(given -> Shipped.decide(Given.facts(given))
                        .trace()
                        .forEach(entry -> (entry.matched() ? matched : missed).add(entry.rule())));
        matched.add("fee-waived"); // its own test
        List<String> rules = Shipped.RULES.rules().stream().map(Rule::id).toList();
        assertThat(matched).containsAll(rules);
        assertThat(missed)
                .containsAll(rules.stream().filter(rule -> !always(rule)).toList());
    }

    private static boolean always(String rule) {
        return rule.equals("not-statutory") || rule.equals("lot-draw");
    }

    private static void checkDecision(List<String> row) {
        Decision decision = Shipped.decide(Given.facts(row.get(1)));
        assertThat(decision.outcome()).hasToString(row.get(2));
        assertThat(decision.mode()).hasToString(row.get(3));
        assertThat(decision.drawn() == null ? "-" : decision.drawn().toString()).isEqualTo(row.get(4));
        assertThat(decision.draw() == null ? "-" : decision.draw().share()).isEqualTo(row.get(5));
        assertThat(decision.reasons().stream().map(Reason::rule))
                .contains(row.get(6).split(","));
        assertThat(decision.missingFacts().isEmpty() ? "-" : String.join(",", decision.missingFacts()))
                .isEqualTo(row.get(7));
        assertThat(decision.feeWaived()).isFalse();
        assertThat(decision.directRelease()).isFalse();
    }

    private static String plans(String given) {
        List<SamplingPlan> plans = Shipped.decide(Given.facts(given)).samplingPlans();
        return plans.isEmpty() ? "-" : plans.stream().map(GoldenCasesTest::text).collect(Collectors.joining("; "));
    }

    private static String text(SamplingPlan plan) {
        assertThat(plan.reject()).isEqualTo(plan.accept() + 1);
        assertThat(plan.standard()).isEqualTo("GB/T 2828.1-2012");
        return Stream.of(
                        plan.nonconformityClass(),
                        plan.level(),
                        plan.aql(),
                        plan.codeLetter(),
                        plan.planLetter(),
                        plan.severity(),
                        plan.sampleSize(),
                        plan.accept())
                .map(part -> part == null ? "-" : part.toString())
                .collect(Collectors.joining(" "));
    }
}
