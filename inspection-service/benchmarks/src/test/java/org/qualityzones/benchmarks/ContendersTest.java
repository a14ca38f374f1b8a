package org.qualityzones.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.RuleSet;

/** What is measured side by side does the same work. */
class ContendersTest {

    private static final long SEED = 20261122;
    private static final RuleSet SHIPPED = RuleSet.shipped("2026.1");

    @Test
    void shouldDecideByHandAsTheEngineDoes() {
        for (Facts facts : Lines.corpus()) {
            Decision decision = DecisionEngine.decide(facts, SHIPPED, Lines.CONTEXT);
            assertThat(HandWritten.decide(facts, SHIPPED.sampling()))
                    .as(facts.toString())
                    .isEqualTo(new HandWritten.Result(
                            decision.outcome(),
                            decision.mode(),
                            decision.drawn(),
                            decision.samplingPlans(),
                            decision.feeWaived(),
                            decision.directRelease()));
        }
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void shouldAnswerConditionsByTheLibraryAsTheEngineDoes(RuleSet rules) {
        StockCel library = new StockCel(rules);
        List<Facts> lines = Lines.corpus();
        for (Facts facts : lines.subList(0, lines.size() / 4)) {
            Decision decision = DecisionEngine.decide(facts, rules, Lines.CONTEXT);
            List<StockCel.Question> questions = library.questions(decision);
            assertThat(questions).hasSameSizeAs(decision.trace());
            for (StockCel.Question question : questions) {
                Object expected = question.asked().isDefinition()
                        ? question.asked().value()
                        : (Object) question.asked().matched();
                assertThat(question.answer())
                        .as("%s over %s", question.asked().rule(), facts)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void shouldCollectByTableWhatTheEngineMatches(RuleSet rules) {
        DmnTable table = new DmnTable(rules);
        List<String> readingTheState = List.of("release-needs-current-facts", "sampling-plans");
        for (Facts facts : Lines.wholeWay(SEED, LineBenchmark.LINES)) {
            List<?> collected = table.matched(table.variables(facts));
            DecisionEngine.decide(facts, rules, Lines.CONTEXT).trace().stream()
                    .filter(entry ->
                            rules.rules().stream().anyMatch(rule -> rule.id().equals(entry.rule())))
                    .filter(entry -> !readingTheState.contains(entry.rule()))
                    .forEach(entry -> assertThat(collected.contains(entry.rule()))
                            .as("%s over %s", entry.rule(), facts)
                            .isEqualTo(entry.matched()));
        }
    }

    @Test
    void shouldMakeTheSameRulesOfTheSameSeed() {
        RuleSet many = ManyRules.of(SEED);

        assertThat(many.rules()).hasSize(ManyRules.RULES);
        assertThat(ManyRules.of(SEED).digest()).isEqualTo(many.digest());
        assertThat(ManyRules.of(SEED + 1).digest()).isNotEqualTo(many.digest());
    }

    @Test
    void shouldMeasureLinesThatGoTheWholeWay() {
        assertThat(Lines.wholeWay(SEED, LineBenchmark.LINES))
                .hasSize(LineBenchmark.LINES)
                .allSatisfy(facts -> assertThat(DecisionEngine.decide(facts, SHIPPED, Lines.CONTEXT)
                                .mode())
                        .isNotEqualTo(Mode.NONE));
    }

    private static Stream<RuleSet> ruleSets() {
        return Stream.of(SHIPPED, ManyRules.of(SEED));
    }
}
