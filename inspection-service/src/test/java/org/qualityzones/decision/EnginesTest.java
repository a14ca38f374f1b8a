package org.qualityzones.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.trial.EngineTwo;

/** Two engines side by side: each makes its own records again, and only its own. */
class EnginesTest {

    private static final DecisionContext CONTEXT = new DecisionContext(
            UUID.fromString("019aa5c0-0000-7000-8000-000000000001"),
            UUID.fromString("019aa5c0-0000-7000-8000-000000000002"),
            1,
            Instant.parse("2026-11-21T08:30:00.123456Z"),
            AsOf.NOTHING,
            LocalDate.of(2026, 11, 21),
            null,
            null,
            null);
    private static final Engine TWO = new EngineTwo();

    private final SplittableRandom random = new SplittableRandom(2);

    @Test
    void shouldTakeTheEngineThatTheRecordNames() {
        Replayer both = replayer(List.of(DecisionEngine.ONE, TWO));
        Replayer second = replayer(List.of(TWO));
        for (int i = 0; i < 200; i++) {
            Facts facts = FactSpace.at(FactSpace.random(random));
            for (Engine engine : List.of(DecisionEngine.ONE, TWO)) {
                DecisionRecord made = engine.record(facts, Shipped.RULES, CONTEXT);
                StoredDecision stored = stored(facts, made, "2026.1");

                Replay replay = both.replay(stored);
                assertThat(replay.identical()).isTrue();
                assertThat(replay.digest()).isEqualTo(made.digest());
            }
            StoredDecision second2 = stored(facts, TWO.record(facts, Shipped.RULES, CONTEXT), "2026.1");
            assertThat(second.replay(second2).identical()).isTrue();
            assertThat(DecisionEngine.replay(second2.facts(), second2.record(), second2.digest(), Shipped.RULES)
                            .differences()
                            .getFirst())
                    .isEqualTo(new Replay.Difference("/engine", "\"2\"", "\"1\""));
        }
    }

    @Test
    void shouldSayThatTheRuleSetIsNotThere() {
        Facts facts = FactSpace.at(FactSpace.random(random));
        DecisionRecord made = DecisionEngine.ONE.record(facts, Shipped.RULES, CONTEXT);

        Replay replay =
                new Replayer(List.of(DecisionEngine.ONE), _ -> Optional.empty()).replay(stored(facts, made, "2026.1"));

        assertThat(replay.differences()).containsExactly(new Replay.Difference("/ruleSet/version", "2026.1", null));
    }

    @Test
    void shouldCompareWhatStandsBesideTheRecord() {
        Facts facts = FactSpace.at(FactSpace.random(random));
        DecisionRecord made = DecisionEngine.ONE.record(facts, Shipped.RULES, CONTEXT);
        Replayer replayer = replayer(List.of(DecisionEngine.ONE));

        assertThat(replayer.replay(stored(facts, made, "1999.1")).differences())
                .containsExactly(new Replay.Difference("/ruleSet/version", "1999.1", "2026.1"));
        assertThat(replayer.replay(new StoredDecision(
                                facts.bytes(), made.bytes(), made.digest(), "2026.1", Map.of("/lineNo", "2")))
                        .differences())
                .containsExactly(new Replay.Difference("/lineNo", "2", "1"));
    }

    private static StoredDecision stored(Facts facts, DecisionRecord made, String ruleSet) {
        return new StoredDecision(facts.bytes(), made.bytes(), made.digest(), ruleSet, Map.of("/lineNo", "1"));
    }

    private static Replayer replayer(List<Engine> engines) {
        return new Replayer(engines, EnginesTest::published);
    }

    private static Optional<RuleSet> published(String version) {
        return version.equals("2026.1") ? Optional.of(Shipped.RULES) : Optional.empty();
    }
}
