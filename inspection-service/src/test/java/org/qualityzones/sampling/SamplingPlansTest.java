package org.qualityzones.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingPlansTest {

    @ParameterizedTest(name = "N={0}, {1}, AQL {2}, {3}")
    @CsvSource({
        "50,II,1.0,NORMAL,D,E,13,0",
        "2000,II,0.65,NORMAL,K,K,125,2",
        "2000,II,0.65,TIGHTENED,K,K,125,1",
        "2000,II,0.65,REDUCED,K,K,50,1",
        "2000,II,1.0,NORMAL,K,K,125,3",
        "2000,II,1.0,TIGHTENED,K,K,125,2",
        "2000,II,1.0,REDUCED,K,K,50,2",
        "2000,II,1.5,NORMAL,K,K,125,5",
        "2000,II,1.5,TIGHTENED,K,K,125,3",
        "2000,II,1.5,REDUCED,K,K,50,3",
        "8,II,0.65,NORMAL,A,F,8,0",
        "150,II,1.5,NORMAL,F,G,32,1",
        "2,II,10,NORMAL,A,C,2,1",
        "2,II,10,TIGHTENED,A,A,2,0",
        "15,I,10,REDUCED,A,D,3,1",
        "500001,III,0.40,NORMAL,R,R,2000,14",
        "500000,III,10,NORMAL,Q,K,125,21",
        "1000000000000,S-1,4.0,NORMAL,D,E,13,1",
        "1201,S-4,2.5,NORMAL,G,G,32,2",
    })
    void shouldFollowTheTables(
            long lotSize,
            String level,
            String aql,
            Severity severity,
            String codeLetter,
            String planLetter,
            long sampleSize,
            int accept) {
        SamplingPlan plan = SamplingPlans.bare(
                lotSize, InspectionLevel.of(level).orElseThrow(), Aql.of(aql).orElseThrow(), severity);

        assertThat(plan)
                .isEqualTo(new SamplingPlan(
                        null,
                        "GB/T 2828.1-2012",
                        level,
                        aql,
                        severity,
                        codeLetter,
                        planLetter,
                        lotSize,
                        sampleSize,
                        accept,
                        accept + 1));
    }

    @Test
    void shouldInspectALotOfOneWholeWithNothingToSpare() {
        for (Aql aql : Aql.values()) {
            SamplingPlan plan = SamplingPlans.bare(1, InspectionLevel.III, aql, Severity.NORMAL);
            assertThat(plan.sampleSize()).isEqualTo(1);
            assertThat(plan.accept()).isZero();
            assertThat(plan.codeLetter()).isNull();
        }
    }

    @Test
    void shouldRefuseALotOfNothing() {
        assertThatThrownBy(() -> SamplingPlans.bare(0, InspectionLevel.II, Aql.AQL_2_5, Severity.NORMAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNeverSampleMoreThanTheLotNorAcceptMoreWhenTighter() {
        for (long lotSize : new long[] {1, 2, 8, 9, 25, 50, 90, 150, 281, 501, 3_201, 35_001, 500_001}) {
            for (InspectionLevel level : InspectionLevel.values()) {
                for (Aql aql : Aql.values()) {
                    SamplingPlan normal = SamplingPlans.bare(lotSize, level, aql, Severity.NORMAL);
                    SamplingPlan tightened = SamplingPlans.bare(lotSize, level, aql, Severity.TIGHTENED);
                    assertThat(normal.sampleSize()).isBetween(1L, lotSize);
                    assertThat((double) tightened.accept() / tightened.sampleSize())
                            .isLessThanOrEqualTo((double) normal.accept() / normal.sampleSize());
                }
            }
        }
    }
}
