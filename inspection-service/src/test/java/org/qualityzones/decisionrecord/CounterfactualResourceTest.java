package org.qualityzones.decisionrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class CounterfactualResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String auditor = Callers.of(Roles.AUDITOR);

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
        Known.allIsCurrent();
        Known.enterprise(Codes.NINGHAI).suspended("ALL").inVersion(7);
        Known.enterprise(Codes.NINGHAI_2).suspended("ALL").inVersion(7);
    }

    @Test
    void shouldGiveChangesThatAnEvaluationConfirms() throws Exception {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        String path = decisionOf(filing);
        byte[] recorded = record(path);

        JsonNode answer = ask(Callers.enterprise(Codes.NINGHAI), path);

        assertThat(answer.path("outcome").asText()).isEqualTo("HOLD");
        assertThat(answer.path("complete").asBoolean()).isTrue();
        assertThat(answer.path("counterfactuals")).isNotEmpty();
        for (JsonNode each : answer.path("counterfactuals")) {
            ObjectNode facts = (ObjectNode)
                    JSON.readTree(Api.get(auditor, path + "/facts").extract().asByteArray());
            for (JsonNode change : each.path("changes")) {
                String[] name = change.path("fact").asText().split("\\.");
                ObjectNode group = name.length == 1 ? facts : (ObjectNode) facts.path(name[0]);
                assertThat(group.path(name[name.length - 1])).isEqualTo(change.path("from"));
                group.set(name[name.length - 1], change.path("to"));
                assertThat(change.path("by").asText()).isIn("ENTERPRISE", "AUTHORITY");
            }
            ObjectNode question = JSON.createObjectNode().set("declaration", filing);
            question.set("facts", facts);
            Api.post(auditor, "/api/v1/decisions/evaluations", question)
                    .statusCode(200)
                    .body("lines[0].outcome", is(each.path("outcome").asText()))
                    .body("lines[0].factsDigest", is(each.path("factsDigest").asText()));
            assertThat(each.path("rules")).isNotEmpty();
        }
        assertThat(record(path)).isEqualTo(recorded);
        assertThat(ask(auditor, path)).isEqualTo(answer);
    }

    @Test
    void shouldAnswerForTheOutcomeAskedForOnly() throws Exception {
        String path = decisionOf(Filing.by(Codes.NINGHAI));

        JsonNode release = ask(auditor, path + "/counterfactuals?outcome=RELEASE", 200);

        assertThat(release.path("wanted").asText()).isEqualTo("RELEASE");
        assertThat(release.path("counterfactuals").findValuesAsText("outcome"))
                .isNotEmpty()
                .containsOnly("RELEASE");
        ask(auditor, path + "/counterfactuals?outcome=CLEARED", 400);
        ask(auditor, path + "/counterfactuals?outcome=", 400);
    }

    @Test
    void shouldKeepTheFactsOfAnotherEnterpriseFromAParty() {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("producer", Codes.NINGHAI_2);
        String path = decisionOf(filing);

        for (String party : new String[] {Codes.NINGHAI, Codes.NINGHAI_2}) {
            Api.get(Callers.enterprise(party), path + "/record").statusCode(200);
            Api.get(Callers.enterprise(party), path + "/facts").statusCode(403).body("type", endsWith("/forbidden"));
            assertKept(Callers.enterprise(party), path);
        }
        Api.get(auditor, path + "/facts").statusCode(200);
        Api.as(auditor).post(path + "/counterfactuals").then().statusCode(200);
        String own = decisionOf(Filing.by(Codes.NINGHAI));
        Api.get(Callers.enterprise(Codes.NINGHAI), own + "/facts").statusCode(200);
        Api.as(Callers.enterprise(Codes.NINGHAI))
                .post(own + "/counterfactuals")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldKeepTheFactsOfAnotherEnterpriseFromAnAgent() {
        Known.enterprise(Codes.NINGHAI).listing(Codes.AGENT).inVersion(8);
        ObjectNode filing = Filing.by(Codes.NINGHAI).put("agent", Codes.AGENT);
        String agent = Callers.filingAgent(Codes.AGENT);
        String own = decisionOf(filing, agent);
        Filing.firstLine(filing).put("producer", Codes.NINGHAI_2);

        assertKept(agent, decisionOf(filing, agent));
        Api.as(agent).post(own + "/counterfactuals").then().statusCode(200);
    }

    /** Changes show what a fact is now. */
    private static void assertKept(String party, String path) {
        Api.as(party).post(path + "/counterfactuals").then().statusCode(403).body("type", endsWith("/forbidden"));
    }

    private static String decisionOf(ObjectNode filing) {
        return decisionOf(filing, Callers.enterprise(filing.path("consignor").asText()));
    }

    private static String decisionOf(ObjectNode filing, String filer) {
        return "/api/v1/decisions/"
                + Api.post(filer, "/api/v1/declarations", filing)
                        .statusCode(201)
                        .extract()
                        .path("lines[0].decision.id");
    }

    private byte[] record(String path) {
        return Api.get(auditor, path + "/record").statusCode(200).extract().asByteArray();
    }

    private static JsonNode ask(String token, String path) throws Exception {
        return ask(token, path + "/counterfactuals", 200);
    }

    private static JsonNode ask(String token, String path, int status) throws Exception {
        return JSON.readTree(
                Api.as(token).post(path).then().statusCode(status).extract().asByteArray());
    }
}
