package org.qualityzones.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qualityzones.messaging.EventJson;

class KeyReaderTest {

    @Test
    void shouldReadThePartiesCodesAndPlacesOfADeclaration() {
        FeedKeys keys = KeyReader.read("qz.declaration", "0199", EventJson.parse("""
                {"consignor":"91330226668486852P","agent":"913302265638780525","zoneCode":"ninghai-stationery",
                 "placeOfProduction":"330226","lines":[{"producer":"91330226144653106L","hsCode":"9608100000"}]}"""));

        assertThat(keys.usccs()).containsExactly("91330226144653106L", "913302265638780525", "91330226668486852P");
        assertThat(keys.zones()).containsExactly("ninghai-stationery");
        assertThat(keys.areas()).containsExactly("330226");
        assertThat(keys.hsCodes()).containsExactly("9608100000");
        assertThat(keys.severity()).isEmpty();
    }

    @Test
    void shouldReadAMembershipFromItsKey() {
        FeedKeys keys = KeyReader.read("qz.membership", "ninghai/91330226668486852P", EventJson.parse("{}"));

        assertThat(keys.zones()).containsExactly("ninghai");
        assertThat(keys.usccs()).containsExactly("91330226668486852P");
    }

    @Test
    void shouldReadTheSeverityOfWarningsAndAlerts() {
        assertThat(KeyReader.read("qz.risk-warning", "1", EventJson.parse("{\"level\":1}"))
                        .severity())
                .contains(Severity.SERIOUS);
        assertThat(KeyReader.read("qz.alert", "1", EventJson.parse("{\"risk\":{\"level\":\"HIGH\"}}"))
                        .severity())
                .contains(Severity.HIGH);
        assertThat(KeyReader.read("qz.alert", "1", EventJson.parse("{\"risk\":{\"level\":\"UNKNOWN\"}}"))
                        .severity())
                .isEmpty();
    }

    @Test
    void shouldLeaveOutTextOfAnotherForm() {
        FeedKeys keys = KeyReader.read(
                "qz.rule-set", "2026.1", EventJson.parse("{\"zone\":\"X Y\",\"uscc\":\"short\",\"hs\":[\"abc\",7]}"));

        assertThat(keys).isEqualTo(FeedKeys.NONE);
    }

    @Test
    void shouldStopBelowItsDepth() {
        String deep = "{\"a\":".repeat(20) + "{\"uscc\":\"91330226668486852P\"}" + "}".repeat(20);

        assertThat(KeyReader.read("qz.rule-set", "2026.1", EventJson.parse(deep))
                        .usccs())
                .isEmpty();
    }
}
