package org.qualityzones.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.qualityzones.decision.FactSpace.Axis;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.Outcome;

/**
 * Properties over the whole finite space of facts: exhaustive where the axes interact most, random points of a printed seed
 * elsewhere ({@code -Dqz.cases}, {@code -Dqz.seed}).
 */
class WholeSpaceTest {

    private static final int CASES = Integer.getInteger("qz.cases", 24_000);
    private static final long SEED = Long.getLong("qz.seed", 20_261_121L);

    @Test
    void shouldDecideLikeTheTextAtRandomPoints() {
        forRandomPoints(CASES * 3, this::checkAgainstText);
    }

    @Test
    void shouldDecideLikeTheTextWhereverModesInteract() {
        int[] point = new int[Axis.values().length];
        exhaust(
                point,
                this::checkAgainstText,
                Axis.PURPOSE,
                Axis.CERTIFICATE,
                Axis.EVIDENCE,
                Axis.CLASS,
                Axis.RISK,
                Axis.PRODUCER_CREDIT,
                Axis.TITLE,
                Axis.CORRECTIVE,
                Axis.STATUS);
        exhaust(
                FactSpace.with(point, Axis.ZONES, 1),
                this::checkAgainstText,
                Axis.PURPOSE,
                Axis.EVIDENCE,
                Axis.CLASS,
                Axis.RISK,
                Axis.TITLE,
                Axis.WARNINGS,
                Axis.FAILED,
                Axis.DRAW);
        exhaust(
                point,
                this::checkAgainstText,
                Axis.ZONES,
                Axis.EXEMPTION,
                Axis.STALE,
                Axis.KNOWN,
                Axis.CLASS,
                Axis.CATALOGUE);
        exhaust(
                FactSpace.with(point, Axis.CATALOGUE, 1),
                this::checkAgainstText,
                Axis.CAMPAIGN,
                Axis.ZONES,
                Axis.WARNINGS,
                Axis.STALE,
                Axis.DRAW);
    }

    @Test
    void shouldNeverBeLaxerWhenFactsGetWorse() {
        forRandomPoints(CASES / 3, point -> {
            notLaxer(point, Axis.CLASS, CLASS_ORDER);
            notLaxer(point, Axis.RISK, IN_ORDER);
            notLaxer(point, Axis.PRODUCER_CREDIT, IN_ORDER);
            notLaxer(point, Axis.CONSIGNOR_CREDIT, IN_ORDER);
            notLaxer(point, Axis.WARNINGS, IN_ORDER);
            notLaxer(point, Axis.CORRECTIVE, CORRECTIVE_ORDER);
            notLaxer(point, Axis.CERTIFICATE, IN_ORDER);
        });
    }

    @Test
    void shouldNeverHurtWhomItFacilitates() {
        forRandomPoints(CASES / 3, point -> {
            int[] outside = FactSpace.with(FactSpace.with(point, Axis.ZONES, 0), Axis.TITLE, 0);
            int[] member = FactSpace.with(outside, Axis.ZONES, 1);
            checkNotStricter(outside, member);
            checkNotStricter(member, FactSpace.with(member, Axis.TITLE, 1));
            checkNotStricter(FactSpace.with(member, Axis.ZONES, 3), FactSpace.with(member, Axis.ZONES, 2));
            checkNotStricter(FactSpace.with(point, Axis.EXEMPTION, 0), FactSpace.with(point, Axis.EXEMPTION, 1));
            checkNotStricter(FactSpace.with(point, Axis.EVIDENCE, 0), FactSpace.with(point, Axis.EVIDENCE, 1));
            checkNotStricter(FactSpace.with(point, Axis.DIRECT, 4), FactSpace.with(point, Axis.DIRECT, 1));
        });
    }

    @Test
    void shouldCiteEveryReasonAndNameEveryMissingFact() {
        forRandomPoints(CASES / 3, point -> {
            Decision decision = Shipped.decide(FactSpace.at(point));
            assertThat(decision.reasons()).isNotEmpty();
            decision.reasons().forEach(reason -> assertThat(reason.citations()).isNotEmpty());
            assertThat(decision.basis() == Basis.COMPLETE)
                    .isEqualTo(decision.missingFacts().isEmpty());
            if (decision.outcome() == Outcome.HOLD) {
                assertThat(decision.reasons()).allMatch(reason -> reason.liftedBy() != null);
            }
        });
    }

    @Test
    void shouldGiveTheSameBytesFromTheBytesOfTheFacts() {
        forRandomPoints(CASES / 10, point -> {
            Facts facts = FactSpace.at(point);
            DecisionRecord record = Shipped.decide(facts).record();
            FactsReader.Reading read = FactsReader.stored(facts.bytes());
            assertThat(read.errors()).isEmpty();
            assertThat(read.facts()).isEqualTo(facts);
            assertThat(Shipped.decide(read.facts()).record().bytes()).isEqualTo(record.bytes());
            Replay replay = DecisionEngine.replay(facts.bytes(), record.bytes(), record.digest(), Shipped.RULES);
            assertThat(replay).isEqualTo(new Replay(true, record.digest(), java.util.List.of()));
        });
    }

    @Test
    void shouldAnswerBothWaysExactlyWhenTheDrawDecides() {
        forRandomPoints(CASES / 3, point -> {
            Facts facts = FactSpace.at(point);
            Decision low = Shipped.decide(facts.withDraw("0000000000000000"));
            Decision high = Shipped.decide(facts.withDraw("ffffffffffffffff"));
            switch (DecisionEngine.evaluate(facts.withDraw(null), Shipped.RULES, Shipped.CONTEXT)) {
                case Evaluation.Certain(Decision decision) -> {
                    assertThat(decision.outcome()).isEqualTo(low.outcome()).isEqualTo(high.outcome());
                    assertThat(decision.missingFacts()).isEqualTo(low.missingFacts());
                }
                case Evaluation.DependsOnDraw(Decision ifDrawn, Decision ifNotDrawn) -> {
                    assertThat(ifDrawn.outcome()).isEqualTo(low.outcome());
                    assertThat(ifNotDrawn.outcome()).isEqualTo(high.outcome());
                    assertThat(ifDrawn.drawn()).isTrue();
                    assertThat(ifNotDrawn.drawn()).isFalse();
                    assertThat(ifDrawn.mode()).isEqualTo(ifNotDrawn.mode());
                }
            }
        });
    }

    private void checkAgainstText(int[] point) {
        Facts facts = FactSpace.at(point);
        NaiveDecision expected = new NaiveDecision(facts);
        Decision decision = Shipped.decide(facts);
        boolean same = decision.outcome().name().equals(expected.outcome)
                && decision.mode().ordinal() == expected.mode
                && java.util.Objects.equals(decision.drawn(), expected.drawn)
                && (expected.drawn == null
                        ? decision.draw() == null
                        : decision.draw().share().equals(DrawNumbers.shareText(expected.share)))
                && decision.feeWaived() == expected.feeWaived
                && decision.directRelease() == expected.directRelease
                && decision.missingFacts().equals(java.util.List.copyOf(expected.missing))
                && decision.samplingPlans().isEmpty() == (!decision.outcome().inspected() || expected.plansMissing);
        if (!same) {
            fail("The text says %s %d %s %s, the engine %s %s %s %s at %s"
                    .formatted(
                            expected.outcome,
                            expected.mode,
                            expected.drawn,
                            expected.missing,
                            decision.outcome(),
                            decision.mode(),
                            decision.drawn(),
                            decision.missingFacts(),
                            FactSpace.describe(point)));
        }
    }

    private static final int[] IN_ORDER = {0, 1, 2, 3, 4, 5, 6};
    private static final int[] CLASS_ORDER = {0, 1, 2, 2, 3};
    private static final int[] CORRECTIVE_ORDER = {0, 1, 2, 2};

    /** Any worse value of the axis gives nothing laxer; equal ranks need not be compared. */
    private void notLaxer(int[] point, Axis axis, int[] ranks) {
        Decision here = Shipped.decide(FactSpace.at(point));
        int rank = ranks[FactSpace.value(point, axis)];
        for (int value = 0; value < axis.size; value++) {
            if (ranks[value] > rank) {
                checkNotStricter(here, FactSpace.with(point, axis, value), point);
            }
        }
    }

    private void checkNotStricter(Decision here, int[] worse, int[] point) {
        if (stricter(here, Shipped.decide(FactSpace.at(worse)))) {
            fail("Worse facts are laxer: %s against %s"
                    .formatted(FactSpace.describe(point), FactSpace.describe(worse)));
        }
    }

    private void checkNotStricter(int[] without, int[] facilitated) {
        if (stricter(Shipped.decide(FactSpace.at(facilitated)), Shipped.decide(FactSpace.at(without)))) {
            fail("Facilitation hurts: %s against %s"
                    .formatted(FactSpace.describe(facilitated), FactSpace.describe(without)));
        }
    }

    /** Whether {@code one} is stricter than {@code other}; modes are compared between outcomes that are no HOLD. */
    private static boolean stricter(Decision one, Decision other) {
        if (one.outcome().compareTo(other.outcome()) > 0) {
            return true;
        }
        boolean held = one.outcome() == Outcome.HOLD || other.outcome() == Outcome.HOLD;
        return !held && rank(one.mode()) > rank(other.mode());
    }

    private static int rank(Mode mode) {
        return mode.ordinal();
    }

    private interface Check {
        void at(int[] point);
    }

    private static void forRandomPoints(int count, Check check) {
        SplittableRandom random = new SplittableRandom(SEED);
        System.out.printf("%d points of the space of facts, -Dqz.seed=%d%n", count, SEED);
        for (int i = 0; i < count; i++) {
            check.at(FactSpace.random(random));
        }
    }

    private static void exhaust(int[] point, Check check, Axis... axes) {
        if (axes.length == 0) {
            check.at(point);
            return;
        }
        Axis[] rest = java.util.Arrays.copyOfRange(axes, 1, axes.length);
        for (int value = 0; value < axes[0].size; value++) {
            exhaust(FactSpace.with(point, axes[0], value), check, rest);
        }
    }
}
