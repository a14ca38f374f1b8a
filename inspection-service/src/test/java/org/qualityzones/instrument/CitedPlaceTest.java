package org.qualityzones.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.trial.Drafts;

class CitedPlaceTest {

    private static final String STANDARD = "SN/T 2755.4-2011";

    @Test
    void shouldNotTakeOneInstrumentCarriedOnForAllOfItsPlace() {
        RuleSet shipped = RuleSet.shipped("2026.1");

        assertThat(CitedPlace.unacknowledged(shipped, Set.of("AQSIQ Order 113")))
                .isEmpty();
        assertThat(CitedPlace.unacknowledged(shipped, Set.of(STANDARD)))
                .extracting(place -> place.kind() + " " + place.id())
                .containsExactlyInAnyOrder("MATRIX null", "RULE class-risk-matrix", "RULE lot-draw");
    }

    @Test
    void shouldTakeTheInstrumentsThatAPracticeNames() {
        ObjectNode document = Drafts.of("2026.2");
        ((ObjectNode) document.path("matrix").path("citations").get(2))
                .putArray("continues")
                .add(STANDARD);
        RuleSet changed = RuleSet.parse(document.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(CitedPlace.unacknowledged(changed, Set.of(STANDARD, "AQSIQ Order 113")))
                .extracting(place ->
                        place.kind() + " " + place.id() + " " + place.citation().instrument())
                .containsExactlyInAnyOrder(
                        "MATRIX null AQSIQ Order 113",
                        "RULE class-risk-matrix " + STANDARD,
                        "RULE lot-draw " + STANDARD);
    }

    @Test
    void shouldCiteByProduct() {
        ObjectNode document = Drafts.of("2026.2");
        ObjectNode sampling = (ObjectNode) document.path("sampling");
        ObjectNode product = sampling.withArray("products").addObject().put("hsPrefix", "8458");
        product.set("qualities", sampling.path("qualities"));
        product.putArray("citations")
                .addObject()
                .put("instrument", "GB/T 1234")
                .put("status", "UNKNOWN")
                .put("provenance", "FOUND")
                .put("source", "a catalogue of standards");
        RuleSet changed = RuleSet.parse(document.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(changed.citations())
                .anyMatch(citation -> citation.instrument().equals("GB/T 1234"));
        assertThat(CitedPlace.unacknowledged(changed, Set.of("GB/T 1234")))
                .extracting(place -> place.kind() + " " + place.id())
                .containsExactly("PRODUCT 8458");
    }
}
