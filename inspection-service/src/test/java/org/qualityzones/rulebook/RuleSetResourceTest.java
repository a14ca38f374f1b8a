package org.qualityzones.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Drafts;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class RuleSetResourceTest {

    private static final String SETS = "/api/v1/rule-sets";

    private final String author = Callers.of(Roles.AUTHORITY);
    private final String version = Drafts.version();

    @BeforeEach
    @AfterEach
    void leaveTheShippedOneAlone() {
        Drafts.removeAll();
    }

    @Test
    void shouldTakeADraftInAndShowItToThoseWhoDraft() {
        ObjectNode document = Drafts.of(version);

        Api.post(author, SETS, document)
                .statusCode(201)
                .header("Location", is(SETS + "/" + version))
                .header("ETag", is("\"1\""))
                .body("status", is("DRAFT"))
                .body("effectiveFrom", nullValue())
                .body("document.version", is(version));

        Api.get(author, SETS + "/" + version).statusCode(200).header("ETag", is("\"1\""));
        Api.get(Callers.of(Roles.AUDITOR), SETS).body("items.version", hasItem(version));
        Api.get(Callers.of(Roles.INTEGRATOR), SETS + "/" + version).statusCode(404);
        Api.get(Callers.of(Roles.INTEGRATOR), SETS).body("items.version", not(hasItem(version)));
        Api.post(author, SETS, document).statusCode(409).body("type", endsWith("/duplicate"));
        assertThat(Database.number("select count(*) from outbox where key = '" + version + "' and version = 1"))
                .isEqualTo(1);
    }

    @Test
    void shouldPutAnotherDocumentInPlaceOfADraftOnly() {
        ObjectNode document = Drafts.of(version);
        Api.post(author, SETS, document).statusCode(201);
        Drafts.parameter(document, "shareGeneral").put("value", "0.40");

        Api.put(author, SETS + "/" + version, 1, document)
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("status", is("DRAFT"));
        Api.put(author, SETS + "/" + version, 1, document).statusCode(412);
        Api.put(author, SETS + "/" + version, 2, Drafts.of("2026.3"))
                .statusCode(400)
                .body("errors[0].pointer", is("/version"));
        Api.put(author, SETS + "/2026.1", 1, Drafts.of("2026.1"))
                .statusCode(409)
                .body("allowedActions", hasItem("retire"));
        assertThatThrownBy(() -> Database.execute("update rule_set set digest = 'x' where version = '2026.1'"))
                .hasRootCauseMessage(
                        "ERROR: Rule set 2026.1 is published and does not change\n  Where: PL/pgSQL function"
                                + " rule_set_stays() line 8 at RAISE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "producer.colour == 'RED' | unknown-field | 9",
                "colour == 'RED' | unknown-name | 1",
                "producer.class == | syntax | 18",
                "size(producer.class) | type | 5",
                "producer.class == 'CLASS_9' | unknown-value | 19",
                "zones.exists(a, zones.exists(b, zones.exists(c, zones.exists(d, a.code == d.code)))) | too-deep | 61",
                "((((((((((((((((((((((((((((((((((true)))))))))))))))))))))))))))))))))) | too-deep | 1"
            })
    void shouldNameThePlaceOfWhatCelRefuses(String expression, String code, int column) {
        ObjectNode document = Drafts.of(version);
        Drafts.rule(document, "hold-banned").put("when", expression);

        Api.post(author, SETS, document)
                .statusCode(400)
                .body("errors[0].pointer", is("/rules/0/when"))
                .body("errors[0].code", is(code))
                .body("errors[0].detail", containsString("line 1, column "))
                .body("findings[0].pointer", is("/rules/0/when"))
                .body("findings[0].line", is(1))
                .body("findings[0].column", is(column));
    }

    @Test
    void shouldRefuseWhatTheSchemaRefuses() {
        ObjectNode document = Drafts.of(version);
        ((ObjectNode) document.path("rules").get(3)).put("then", "release");

        Api.post(author, SETS, document)
                .statusCode(400)
                .body("errors[0].pointer", is("/rules/3/then"))
                .body("errors[0].code", is("type"));
        Api.post(author, SETS, Map.of()).statusCode(400).body("errors.code", hasItem("required"));
    }

    @Test
    void shouldRefuseTenMegabytes() {
        ObjectNode document = Drafts.of(version);
        JsonNode rule = document.path("rules").get(0);
        StringBuilder rules = new StringBuilder();
        while (rules.length() < 10_000_000) {
            rules.append(',').append(rule);
        }
        String large = document.toString()
                .replaceFirst(
                        "\"rules\":\\[", "\"rules\":[" + rules.substring(1).replace("$", "") + ",");

        Api.as(author)
                .header("Idempotency-Key", Api.newKey())
                .contentType("application/json")
                .body(large)
                .post(SETS)
                .then()
                .statusCode(413);
    }

    @Test
    void shouldNotPublishWhatNobodyAssessed() {
        Api.post(author, SETS, Drafts.of(version)).statusCode(201);

        Api.transition(
                        Callers.of(Roles.AUTHORITY),
                        SETS + "/" + version,
                        1,
                        Map.of(
                                "action",
                                "publish",
                                "impactReportId",
                                UUID.randomUUID().toString()))
                .statusCode(409)
                .body("type", endsWith("/illegal-transition"));
        Api.transition(author, SETS + "/2026.1", 1, Map.of("action", "retire"))
                .statusCode(422)
                .body("type", endsWith("/last-rule-set"));
    }

    @Test
    void shouldPublishTheSchemasToAnybody() throws Exception {
        String schema = Api.anonymous()
                .get("/public/v1/schemas/rule-set")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(new ObjectMapper().readTree(schema).path("$id").asText()).endsWith("rule-set.schema.json");
        Api.anonymous().get("/public/v1/schemas/decision-record-1").then().body("title", notNullValue());
        Api.anonymous().get("/public/v1/schemas/none").then().statusCode(404);
    }
}
