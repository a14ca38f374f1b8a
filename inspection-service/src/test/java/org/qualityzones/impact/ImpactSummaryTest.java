package org.qualityzones.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.Outcome;

class ImpactSummaryTest {

    private static final ImpactSummary.Minutes MINUTES = new ImpactSummary.Minutes(30, 240, 960);

    private final ImpactTally tally = new ImpactTally();

    /** The intervals are Wilson's at 95 %, as published tables have them: 0/10 to 0.278, 2/10 from 0.057 to 0.510. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 0",
        "0, 0, 5, , , ",
        "10, 0, 100, 0, 0, 28",
        "10, 2, 100, 20, 5, 51",
        "10, 10, 100, 100, 72, 100",
        "1000, 100, 100, 10, 8, 13",
        "10, 2, 0, 0, 0, 0"
    })
    void shouldEstimateFailuresFoundWithTheirInterval(
            long judged, long rejected, long more, Long expected, Long low, Long high) {
        for (int i = 0; i < judged; i++) {
            add(Outcome.SAMPLE, Outcome.SAMPLE, i < rejected ? ImpactTally.Lot.REJECTED : ImpactTally.Lot.ACCEPTED);
        }
        for (int i = 0; i < more; i++) {
            add(Outcome.RELEASE, Outcome.SAMPLE, ImpactTally.Lot.NOT_JUDGED);
        }

        ImpactSummary.Estimate estimate = summary().failuresFound();

        assertThat(estimate.label()).isEqualTo("ESTIMATE");
        assertThat(estimate.expected()).isEqualTo(expected);
        assertThat(estimate.low()).isEqualTo(low);
        assertThat(estimate.high()).isEqualTo(high);
        assertThat(estimate.basis().en()).contains(more + " lots inspected in addition");
    }

    @ParameterizedTest
    @CsvSource({
        "SAMPLE, VERIFY, REJECTED, 1",
        "SAMPLE, EXEMPT, REJECTED, 1",
        "SAMPLE, FULL_INSPECTION, REJECTED, 0",
        "SAMPLE, HOLD, REJECTED, 0",
        "SAMPLE, VERIFY, ACCEPTED, 0",
        "SAMPLE, VERIFY, NOT_JUDGED, 0",
        "FULL_INSPECTION, RELEASE, REJECTED, 1",
        "SAMPLE, VERIFY, , 0"
    })
    void shouldCountTheFailuresThatWouldHaveBeenMissed(
            Outcome before, Outcome after, ImpactTally.Lot lot, long missed) {
        add(before, after, lot);

        assertThat(summary().failuresMissed()).isEqualTo(missed);
    }

    @ParameterizedTest
    @CsvSource({
        "RELEASE, VERIFY, 0.50",
        "VERIFY, RELEASE, -0.50",
        "VERIFY, SAMPLE, 3.50",
        "SAMPLE, FULL_INSPECTION, 12.00",
        "HOLD, EXEMPT, 0.00",
        "FULL_INSPECTION, HOLD, -16.00"
    })
    void shouldReckonTheHoursOfInspectors(Outcome before, Outcome after, String hours) {
        add(before, after, ImpactTally.Lot.NOT_JUDGED);

        assertThat(summary().work().hoursAdded()).isEqualTo(hours);
    }

    @Test
    void shouldCountALineThatWasDecidedAgainOnceInWork() {
        add(Outcome.RELEASE, Outcome.VERIFY, null);
        add(Outcome.RELEASE, Outcome.VERIFY, ImpactTally.Lot.NOT_JUDGED);

        assertThat(summary().decisions()).isEqualTo(2);
        assertThat(summary().outcomes()).containsEntry("RELEASE→VERIFY", 2L).hasSize(1);
        assertThat(summary().byZone().get("none")).containsEntry("RELEASE→VERIFY", 2L);
        assertThat(summary().work().hoursAdded()).isEqualTo("0.50");
    }

    @Test
    void shouldCountADecisionInEachZoneOfItsProducer() throws Exception {
        Facts inBoth = in("zone-a", "zone-b");
        tally.add(inBoth, new Prediction(Outcome.SAMPLE, Outcome.VERIFY), ImpactTally.Lot.ACCEPTED);
        tally.add(inBoth, new Prediction(Outcome.SAMPLE, Outcome.SAMPLE), ImpactTally.Lot.ACCEPTED);
        tally.add(in("zone-b"), new Prediction(Outcome.VERIFY, Outcome.SAMPLE), ImpactTally.Lot.NOT_JUDGED);

        assertThat(summary().byZone())
                .containsOnlyKeys("zone-a", "zone-b")
                .containsEntry("zone-a", new TreeMap<>(Map.of("SAMPLE→VERIFY", 1L)))
                .containsEntry("zone-b", new TreeMap<>(Map.of("SAMPLE→VERIFY", 1L, "VERIFY→SAMPLE", 1L)));
        assertThat(summary().decisions()).isEqualTo(3);
        assertThat(summary().changed()).isEqualTo(2);
    }

    private static Facts in(String... zones) throws Exception {
        StringJoiner list = new StringJoiner(",", "{\"zones\":[", "]}");
        for (String zone : zones) {
            list.add(
                    "{\"code\":\"" + zone + "\",\"level\":\"NATIONAL\",\"status\":\"ACTIVE\",\"hsPrefixes\":[\"96\"]}");
        }
        return FactsReader.given(new ObjectMapper().readTree(list.toString()), Facts.DEFAULT)
                .facts();
    }

    @Test
    void shouldSayThatThereWasNothing() {
        assertThat(summary().remark().en()).isEqualTo("The period holds no decision");
        tally.unreadable();
        assertThat(summary().remark()).isNull();
        assertThat(summary().unreadable()).isEqualTo(1);
    }

    private void add(Outcome before, Outcome after, ImpactTally.Lot lot) {
        tally.add(Facts.DEFAULT, new Prediction(before, after), lot);
    }

    private ImpactSummary summary() {
        return ImpactSummary.of(tally, List.of(), MINUTES);
    }
}
