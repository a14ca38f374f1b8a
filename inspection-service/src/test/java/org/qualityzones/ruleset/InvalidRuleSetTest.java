package org.qualityzones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing changed in the shipped document, and the finding it gives. */
class InvalidRuleSetTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/version | 'draft' | /version text",
                "/engine | '2' | /engine text",
                "/title/zh | null | /title/zh required",
                "/extra | 1 | /extra unknown-field",
                "/parameters/0/value | 0.05 | /parameters/0/value type",
                "/parameters/0/value | '1.5' | /parameters/0/value text",
                "/parameters/0/id | 'Share' | /parameters/0/id text",
                "/parameters/0/id | 'shareGeneral' | /parameters duplicate",
                "/definitions/0/id | 'producer' | /definitions/0/id duplicate",
                "/definitions/0/value | 'line.purpose == 1' | /definitions/0/value type",
                "/definitions/0/value | 'member' | /definitions/0/value unknown-name",
                "/matrix/cells/CLASS_1/HIGH | 'LAX' | /matrix/cells/CLASS_1/HIGH choice",
                "/matrix/cells/CLASS_1/HIGH | 'NONE' | /matrix/cells/CLASS_1/HIGH choice",
                "/matrix/cells/CLASS_2 | null | /matrix/cells/CLASS_2 required",
                "/modes/0/share | 'directReleaseTradeUsd' | /modes/0/share unknown-name",
                "/modes/0/mode | 'STRICT' | /modes required",
                "/sampling/qualities/0/aql | '2.6' | /sampling/qualities/0/aql choice",
                "/sampling/qualities/0/nonconformityClass | 'A' | /sampling/qualities/0/nonconformityClass choice",
                "/sampling/destructiveLevel | 'S-9' | /sampling/destructiveLevel choice",
                "/steps/1/step | 3 | /steps/1/step order",
                "/steps/1/id | 'hold' | /steps/1/id duplicate",
                "/rules/1/id | 'hold-banned' | /rules/1/id duplicate",
                "/rules/1/id | 'Hold Banned' | /rules/1/id text",
                "/rules/1/step | 12 | /rules/1/step range",
                "/rules/1/when | 'size(warnings)' | /rules/1/when type",
                "/rules/1/then | [] | /rules/1/then required",
                "/rules/1/then/0 | {'release':true} | /rules/1/then/0/release unknown-field",
                "/rules/1/then/0 | {'hold':'x','exempt':true} | /rules/1/then/0/exempt unknown-field",
                "/rules/1/then/0 | {'exempt':false} | /rules/1/then/0/exempt choice",
                "/rules/1/then/0 | {'stricter':9} | /rules/1/then/0/stricter range",
                "/rules/1/then/0 | {'atLeast':'NONE'} | /rules/1/then/0/atLeast choice",
                "/rules/1/then/0 | {'share':'none'} | /rules/1/then/0/share unknown-name",
                "/rules/1/then/0 | {'outcome':'MAYBE'} | /rules/1/then/0/outcome choice",
                "/rules/1/then/0 | {'matrix':{'class':'producer.class','risk':'productRisk'}} | /rules/1/then/0/matrix/class unknown-value",
                "/rules/1/citations/0/provenance | 'GUESSED' | /rules/1/citations/0/provenance choice",
                "/rules/1/citations/0/provenance | 'CONFIGURED' | /rules/1/citations/0/instrument provenance",
                "/rules/1/citations/0/source | null | /rules/1/citations/0/source required",
                "/rules/1/citations/0/effectiveFrom | '2026-13-01' | /rules/1/citations/0/effectiveFrom date",
                "/rules/1/citations/0/continuedPractice | true | /rules/1/citations/0/reason required",
                "/matrix/citations/0/continues | ['SN/T 2755.4-2011'] | /matrix/citations/0/continues choice",
                "/matrix/citations/2/continues | [] | /matrix/citations/2/continues choice",
                "/matrix/citations/2/continues | 'AQSIQ Order 113' | /matrix/citations/2/continues type",
                "/matrix/citations/2/continues | ['AQSIQ Order 113','AQSIQ Order 131'] |"
                        + " /matrix/citations/2/continues/1 unknown-name"
            })
    void shouldNameWhatIsWrong(String pointer, String value, String expected) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(ShippedRuleSetTest.resource("2026.1.json"));
        JsonNode changed = JSON.readTree(value.replace('\'', '"'));
        int slash = pointer.lastIndexOf('/');
        String last = pointer.substring(slash + 1);
        JsonNode owner = document.at(pointer.substring(0, slash));
        if (owner.isArray()) {
            ((com.fasterxml.jackson.databind.node.ArrayNode) owner).set(Integer.parseInt(last), changed);
        } else {
            ((ObjectNode) owner).set(last, changed);
        }
        assertThat(findings(document.toString()))
                .extracting(finding -> finding.pointer() + " " + finding.code())
                .contains(expected);
    }

    @Test
    void shouldGiveThePositionWithinAnExpression() throws IOException {
        String document = ShippedRuleSetTest.resource("2026.1.json")
                .replace("\"when\": \"line.certificateRequested\"", "\"when\": \"statutory &&\\n line.certificate\"");
        assertThat(findings(document)).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo("/rules/7/when");
            assertThat(finding.code()).isEqualTo("unknown-field");
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.column()).isEqualTo(6);
        });
    }

    @Test
    void shouldRefuseWhatIsNoDocument() {
        for (String text : List.of("", "{", "[]", "{\"version\":1.5}", "{\"a\":1,\"a\":2}", "null")) {
            assertThat(findings(text)).as(text).isNotEmpty();
        }
    }

    private static List<InvalidRuleSet.Finding> findings(String document) {
        InvalidRuleSet refused = catchThrowableOfType(
                InvalidRuleSet.class, () -> RuleSet.parse(document.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused).as("the document is refused").isNotNull();
        return refused.findings();
    }
}
