package org.qualityzones.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.enterprise.QualityClass;

/** Cases K1, K2, K3, K5, K6 and K7 of the domain's list. Lots newest first: A accepted, R not accepted. */
class ConsequenceTest {

    @ParameterizedTest(name = "{0} with lots {1}: {2}")
    @CsvSource({
        "CLASS_1, R, CLASS_2",
        "CLASS_1, RR, CLASS_2",
        "CLASS_1, A, none",
        "CLASS_1, AR, none",
        "CLASS_2, R, none",
        "CLASS_2, RR, CLASS_3",
        "CLASS_2, RAR, none",
        "CLASS_2, ARR, none",
        "CLASS_3, RRR, none",
        "CLASS_4, RRR, none",
        "UNCLASSIFIED, RRR, none"
    })
    void shouldFollowFromOriginalInspectionsInARow(QualityClass current, String lots, String proposed) {
        List<Boolean> verdicts = lots.chars().mapToObj(lot -> lot == 'A').toList();
        assertThat(proposed(current, Consequence.Findings.ofLots(verdicts))).isEqualTo(proposed);
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "CLASS_1, CAPABILITY, CLASS_3",
        "CLASS_3, CAPABILITY, none",
        "CLASS_1, FOREIGN_REGULATION_SURVEILLANCE_OR_DESIGN, none",
        "CLASS_1, MALICIOUS, CLASS_4",
        "UNCLASSIFIED, MALICIOUS, CLASS_4",
        "CLASS_4, MALICIOUS, none"
    })
    void shouldFollowFromTheAttributionOfAnInvestigation(QualityClass current, String attribution, String proposed) {
        assertThat(proposed(current, Consequence.Findings.ofAttribution(attribution)))
                .isEqualTo(proposed);
    }

    private static String proposed(QualityClass current, Consequence.Findings findings) {
        return Consequence.of(current, findings)
                .map(consequence -> consequence.proposed().name())
                .orElse("none");
    }
}
