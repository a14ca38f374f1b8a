package org.qualityzones.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qualityzones.sampling.NonconformityClass.A;
import static org.qualityzones.sampling.NonconformityClass.B;
import static org.qualityzones.sampling.NonconformityClass.C;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qualityzones.sampling.Acceptance.Problem;
import org.qualityzones.sampling.Acceptance.Sample;
import org.qualityzones.sampling.SamplingPlans.Quality;

class AcceptanceTest {

    /** A 125/0, B 125/7, C 125/10. */
    private static final List<SamplingPlan> PLANS = SamplingPlans.sampled(
            2_000,
            Map.of(
                    B, new Quality(InspectionLevel.II, Aql.AQL_2_5),
                    C, new Quality(InspectionLevel.II, Aql.AQL_4_0)),
            Severity.NORMAL);

    @Test
    void shouldAcceptAtTheAcceptanceNumberOfEveryPlan() {
        assertThat(Acceptance.judge(PLANS, samples(0, 7, 10)).accepted()).isTrue();
    }

    @Test
    void shouldNotAcceptWhenAnyPlanIsExceeded() {
        assertThat(Acceptance.judge(PLANS, samples(1, 0, 0)).accepted()).isFalse();
        assertThat(Acceptance.judge(PLANS, samples(0, 8, 0)).accepted()).isFalse();
        assertThat(Acceptance.judge(PLANS, samples(0, 0, 11)).verdicts())
                .extracting(Acceptance.Verdict::accepted)
                .containsExactly(true, true, false);
    }

    @Test
    void shouldNameWhatKeepsSamplesFromBeingJudged() {
        List<Sample> samples = List.of(new Sample(B, 124, 0), new Sample(C, 125, 126), new Sample(C, 125, 0));
        assertThat(Acceptance.problems(PLANS, samples))
                .containsExactlyInAnyOrder(
                        new Problem(A, "no-sample"),
                        new Problem(B, "sample-size"),
                        new Problem(C, "more-than-inspected"),
                        new Problem(C, "duplicate"));
        assertThatThrownBy(() -> Acceptance.judge(PLANS, samples)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseASampleLargerThanTheLotOrWithoutAPlan() {
        List<SamplingPlan> onlyA = PLANS.subList(0, 1);
        assertThat(Acceptance.problems(onlyA, List.of(new Sample(A, 2_001, 0), new Sample(B, 10, 0))))
                .containsExactlyInAnyOrder(new Problem(A, "sample-size"), new Problem(B, "no-plan"));
    }

    private static List<Sample> samples(int a, int b, int c) {
        return List.of(new Sample(A, 125, a), new Sample(B, 125, b), new Sample(C, 125, c));
    }
}
