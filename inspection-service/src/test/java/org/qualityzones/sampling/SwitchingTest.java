package org.qualityzones.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qualityzones.sampling.SamplingState.NORMAL;
import static org.qualityzones.sampling.SamplingState.REDUCED;
import static org.qualityzones.sampling.SamplingState.SUSPENDED;
import static org.qualityzones.sampling.SamplingState.TIGHTENED;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.qualityzones.sampling.Switching.Conditions;
import org.qualityzones.sampling.Switching.Lot;

class SwitchingTest {

    private static final Conditions ALL_WELL = new Conditions(true, true);
    private static final Lot GOOD = new Lot(true, 2, true);
    private static final Lot GOOD_SMALL = new Lot(true, 1, false);
    private static final Lot JUST_GOOD = new Lot(true, 2, false);
    private static final Lot BAD = new Lot(false, 2, false);

    @Test
    void shouldReachReducedAfterTenLotsThatPassOneTighter() {
        Switching nine = after(Switching.START, ALL_WELL, repeat(GOOD, 9));
        assertThat(nine.state()).isEqualTo(NORMAL);
        assertThat(nine.score()).isEqualTo(27);
        assertThat(nine.after(GOOD, ALL_WELL).state()).isEqualTo(REDUCED);
    }

    @Test
    void shouldReachReducedAfterFifteenLotsOfSmallAcceptanceNumber() {
        Switching fourteen = after(Switching.START, ALL_WELL, repeat(GOOD_SMALL, 14));
        assertThat(fourteen.score()).isEqualTo(28);
        assertThat(fourteen.after(GOOD_SMALL, ALL_WELL).state()).isEqualTo(REDUCED);
    }

    @Test
    void shouldNotReachReducedUnlessSteadyAndApproved() {
        assertThat(after(Switching.START, Conditions.USUAL, repeat(GOOD, 30)).state())
                .isEqualTo(NORMAL);
        assertThat(after(Switching.START, new Conditions(false, true), repeat(GOOD, 30))
                        .state())
                .isEqualTo(NORMAL);
    }

    @Test
    void shouldLoseTheScoreWhenOneTighterWouldFailOrTheLotFails() {
        Switching scored = after(Switching.START, ALL_WELL, repeat(GOOD, 5));
        assertThat(scored.after(JUST_GOOD, ALL_WELL).score()).isZero();
        assertThat(scored.after(BAD, ALL_WELL).score()).isZero();
    }

    @Test
    void shouldTightenAfterTwoOfFiveLots() {
        assertThat(after(Switching.START, ALL_WELL, BAD, GOOD, GOOD, GOOD, BAD).state())
                .isEqualTo(TIGHTENED);
        assertThat(after(Switching.START, ALL_WELL, BAD, BAD).state()).isEqualTo(TIGHTENED);
        assertThat(after(Switching.START, ALL_WELL, BAD, GOOD, GOOD, GOOD, GOOD, BAD)
                        .state())
                .isEqualTo(NORMAL);
    }

    @Test
    void shouldReturnToNormalAfterFiveAcceptedInARow() {
        Switching tightened = after(Switching.START, ALL_WELL, BAD, BAD);
        assertThat(after(tightened, ALL_WELL, repeat(GOOD, 4)).state()).isEqualTo(TIGHTENED);
        assertThat(after(tightened, ALL_WELL, repeat(GOOD, 5))).isEqualTo(Switching.START);
        assertThat(after(tightened, ALL_WELL, GOOD, GOOD, BAD, GOOD, GOOD, GOOD).state())
                .isEqualTo(TIGHTENED);
    }

    @Test
    void shouldDiscontinueAfterFiveRejectedUnderTightened() {
        Switching tightened = after(Switching.START, ALL_WELL, BAD, BAD);
        assertThat(after(tightened, ALL_WELL, BAD, GOOD, BAD, BAD, GOOD, BAD).state())
                .isEqualTo(TIGHTENED);
        Switching suspended = after(tightened, ALL_WELL, BAD, GOOD, BAD, BAD, GOOD, BAD, BAD);
        assertThat(suspended.state()).isEqualTo(SUSPENDED);
        assertThat(suspended.after(GOOD, ALL_WELL)).isEqualTo(suspended);
        assertThat(suspended.corrected().state()).isEqualTo(TIGHTENED);
        assertThat(suspended.corrected().rejectedTightened()).isZero();
    }

    @Test
    void shouldLeaveReducedAtOnce() {
        Switching reduced = after(Switching.START, ALL_WELL, repeat(GOOD, 10));
        assertThat(reduced.after(GOOD, ALL_WELL).state()).isEqualTo(REDUCED);
        assertThat(reduced.after(BAD, ALL_WELL)).isEqualTo(Switching.START);
        assertThat(reduced.after(GOOD, new Conditions(false, true))).isEqualTo(Switching.START);
        assertThat(reduced.irregular()).isEqualTo(Switching.START);
        assertThat(Switching.START.irregular()).isEqualTo(Switching.START);
        assertThat(Switching.START.corrected()).isEqualTo(Switching.START);
    }

    @Test
    void shouldCompareTheScoreWithTheNextTighterLimitOfTheSameInitialLetter() {
        SamplingPlan plan =
                SamplingPlans.bare(2_000, InspectionLevel.II, Aql.AQL_2_5, Severity.NORMAL); // 125/7, tighter 5
        assertThat(Lot.of(true, plan, 5)).isEqualTo(new Lot(true, 7, true));
        assertThat(Lot.of(true, plan, 6)).isEqualTo(new Lot(true, 7, false));
        SamplingPlan tightest = SamplingPlans.bare(100_000, InspectionLevel.II, Aql.AQL_0_40, Severity.NORMAL);
        assertThat(Lot.of(true, tightest, 0).acceptedOneTighter()).isTrue();
        assertThat(Lot.of(true, tightest, 1).acceptedOneTighter()).isFalse();
        assertThat(Lot.of(false, SamplingPlans.full(10, Severity.NORMAL).get(1), 1))
                .isEqualTo(new Lot(false, 0, false));
    }

    @Test
    void shouldKeepItsInvariantsOverRandomHistories() {
        SplittableRandom random = new SplittableRandom(9);
        for (int history = 0; history < 2_000; history++) {
            Switching state = Switching.START;
            for (int i = 0; i < 60; i++) {
                Lot lot = new Lot(random.nextInt(10) < 8, random.nextInt(4), random.nextBoolean());
                Switching next = state.after(lot, new Conditions(random.nextInt(10) < 9, random.nextBoolean()));
                assertThat(next.recent()).hasSizeLessThanOrEqualTo(5);
                assertThat(next.score()).isBetween(0, state.score() + 3);
                if (next.state() != state.state() && next.state() == TIGHTENED) {
                    assertThat(lot.accepted()).isFalse();
                }
                state = next.state() == SUSPENDED ? next.corrected() : next;
            }
        }
    }

    private static Lot[] repeat(Lot lot, int times) {
        return java.util.stream.Stream.generate(() -> lot).limit(times).toArray(Lot[]::new);
    }

    private static Switching after(Switching start, Conditions conditions, Lot... lots) {
        Switching state = start;
        for (Lot lot : lots) {
            state = state.after(lot, conditions);
        }
        return state;
    }
}
