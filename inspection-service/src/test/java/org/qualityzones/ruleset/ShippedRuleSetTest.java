package org.qualityzones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.qualityzones.facts.CanonicalJson;

class ShippedRuleSetTest {

    private final RuleSet rules = RuleSet.shipped("2026.1");

    @Test
    void shouldFollowThePublishedSchema() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("rule-set.schema.json"));
        assertThat(schema.validate(resource("2026.1.json"), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(resource("2026.1.json").replace("\"laxer\": 1", "\"laxer\": 0"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void shouldHoldItsCanonicalDocument() throws IOException {
        assertThat(rules.document())
                .isEqualTo(CanonicalJson.bytes(new ObjectMapper().readTree(resource("2026.1.json"))));
        assertThat(RuleSet.parse(rules.document()).digest()).isEqualTo(rules.digest());
    }

    @Test
    void shouldCiteEverythingItSays() {
        rules.rules().forEach(rule -> assertThat(rule.citations()).as(rule.id()).isNotEmpty());
        rules.parameters()
                .forEach(parameter ->
                        assertThat(parameter.citations()).as(parameter.id()).isNotEmpty());
        rules.definitions()
                .forEach(definition ->
                        assertThat(definition.citations()).as(definition.id()).isNotEmpty());
        rules.steps().forEach(step -> assertThat(step.rules()).as(step.id()).isNotEmpty());
    }

    @Test
    void shouldSayWhyARepealedPracticeIsCarriedOn() {
        rules.rules().forEach(rule -> checkContinued(rule.id(), rule.citations()));
        rules.parameters().forEach(parameter -> checkContinued(parameter.id(), parameter.citations()));
        rules.definitions().forEach(definition -> checkContinued(definition.id(), definition.citations()));
        checkContinued("matrix", rules.matrix().citations());
        for (Mode mode : Mode.values()) {
            if (mode != Mode.NONE) {
                checkContinued(mode.name(), rules.policy(mode).citations());
            }
        }
    }

    @Test
    void shouldKeepOneStatusForEachInstrument() {
        Set<String> instruments = rules.citations().map(Citation::instrument).collect(Collectors.toSet());
        for (String instrument : instruments) {
            if (!instrument.startsWith(
                    "AQSIQ meeting")) { // a waiver of its own period, and lasting acts of the same day
                assertThat(rules.citations()
                                .filter(citation -> citation.instrument().equals(instrument))
                                .map(Citation::status)
                                .distinct())
                        .as(instrument)
                        .hasSize(1);
            }
        }
    }

    @Test
    void shouldFindTheCitationsOfAReason() {
        assertThat(rules.citations("class-risk-matrix", "mode=GENERAL"))
                .extracting(Citation::instrument)
                .contains("AQSIQ Order 113");
        assertThat(rules.citations("lot-draw", "policy=CREDIT"))
                .isEqualTo(rules.policy(Mode.CREDIT).citations());
        assertThat(rules.citations("no-such-rule", "x")).isEmpty();
    }

    private static void checkContinued(String what, List<Citation> citations) {
        if (citations.stream().anyMatch(citation -> citation.status() == Citation.Status.REPEALED)) {
            assertThat(citations).as(what).anyMatch(Citation::continuedPractice);
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream in = RuleSet.class.getResourceAsStream("/rulesets/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
