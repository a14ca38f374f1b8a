package org.qualityzones.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FeeAndDirectReleaseTest {

    private static final String REFUSED = "refuseDirectRelease=";

    @Test
    void shouldWaiveTheStatutoryFeeInItsPeriod() {
        assertThat(Shipped.decide(Given.facts("fee")).feeWaived()).isTrue();
        assertThat(Shipped.decide(Given.facts("fee exemption=VALID")).feeWaived())
                .isTrue();
        assertThat(Shipped.decide(Given.facts("fee nonstat psi")).feeWaived()).isTrue();
    }

    @Test
    void shouldNotWaiveAFeeThatIsNotDue() {
        assertThat(Shipped.decide(Given.facts("fee nonstat cert")).feeWaived()).isFalse();
        assertThat(Shipped.decide(Given.facts("fee suspended=ALL")).feeWaived()).isFalse();
        assertThat(Shipped.decide(Given.facts("class=1")).feeWaived()).isFalse();
    }

    @Test
    void shouldNotReleaseDirectlyUnasked() {
        assertThat(Shipped.decide(Given.facts("approved listed")).directRelease())
                .isFalse();
    }

    @TestFactory
    Stream<DynamicTest> shouldReleaseDirectlyAsTheTableSays() {
        return Tables.read("direct-release.txt").stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> checkDirectRelease(row)));
    }

    private static void checkDirectRelease(List<String> row) {
        Decision decision = Shipped.decide(Given.facts("direct " + row.get(1)));
        String named = decision.reasons().stream()
                .map(Reason::effect)
                .filter(effect -> effect.startsWith(REFUSED))
                .map(effect -> effect.substring(REFUSED.length()))
                .collect(Collectors.joining(","));
        assertThat(decision.directRelease()).hasToString(row.get(2));
        assertThat(named.isEmpty() ? "-" : named).isEqualTo(row.get(3));
    }
}
