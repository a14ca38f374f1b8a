package org.qualityzones.decisionrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.decision.AsOf;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionRecord;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Drafts;
import org.qualityzones.trial.EngineTwo;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class ReplayResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALL = "/api/v1/decisions/replays";

    private final String auditor = Callers.of(Roles.AUDITOR);
    private final String later = Drafts.version();

    @Inject
    RuleBook rules;

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
        Known.allIsCurrent();
        Known.enterprise(Codes.NINGHAI).inVersion(7);
    }

    @AfterEach
    void leaveTheShippedRuleSetAlone() {
        Database.execute("delete from rule_set where version <> '2026.1'");
        rules.all();
    }

    @Test
    void shouldComputeTheWholeStoreAgainAfterLaterRuleSetsAndByBothEngines() throws Exception {
        file(3);
        publishLater();
        JsonNode governed = file(2);
        assertThat(governed.at("/lines/0/decision/ruleSet/version").asText()).isEqualTo(later);
        String ofEngineTwo = keepAsEngineTwo(governed);

        List<String> seen = new ArrayList<>();
        ObjectNode ask = JSON.createObjectNode().put("limit", 2);
        JsonNode page;
        do {
            page = JSON.readTree(
                    Api.post(auditor, ALL, ask).statusCode(200).extract().asString());
            assertThat(page.path("identical").asInt())
                    .as(page.toString())
                    .isEqualTo(page.path("replayed").asInt());
            assertThat(page.path("total").isNull()).isEqualTo(ask.has("after"));
            seen.add(page.path("replayed").asText());
            ask.set("after", page.path("next"));
        } while (!page.path("next").isNull());

        assertThat(seen).containsExactly("2", "2", "1");
        Api.post(auditor, "/api/v1/decisions/" + ofEngineTwo + "/replays", Map.of())
                .statusCode(200)
                .body("identical", is(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record = '' | '' | 422 | 200",
                "record = '\\x00ff80' | '' | 422 | 200",
                "record = convert_to('[1]', 'UTF8') | '' | 422 | 200",
                "record = convert_to('{\"draw\":{\"inheritedFrom\":{}}}', 'UTF8') | '' | 200 | 200",
                "record = convert_to(replace(convert_from(record, 'UTF8'), '\"drawn\":', '\"drown\":'), 'UTF8') | /drawn | 200 | 200",
                "record = convert_to(replace(convert_from(record, 'UTF8'), '\"effect\":', '\"affect\":'), 'UTF8') | /reasons/0/affect | 422 | 200",
                "record = convert_to(replace(convert_from(record, 'UTF8'), '\"rule\":', '\"ruler\":'), 'UTF8') | /reasons/0/rule | 422 | 200",
                "record = convert_to(regexp_replace(convert_from(record, 'UTF8'), '\"effect\":\"[^\"]*', '\"effect\":\"policy=NONSENSE'), 'UTF8') | /reasons/0/effect | 422 | 200",
                "record = convert_to(regexp_replace(convert_from(record, 'UTF8'), '\"effect\":\"[^\"]*', '\"effect\":\"policy=NONE'), 'UTF8') | /reasons/0/effect | 422 | 200",
                "record = convert_to(replace(convert_from(record, 'UTF8'), '\"citations\":[', '\"citations\":[7,'), 'UTF8') | /reasons/0/citations/0 | 422 | 200",
                "record = convert_to(replace(convert_from(record, 'UTF8'), '\"missingFacts\":[]', '\"missingFacts\":[7]'), 'UTF8') | /missingFacts/0 | 200 | 200",
                "record = convert_to(replace(convert_from(record, 'UTF8'), '\"engine\":\"1\"', '\"engine\":\"9\"'), 'UTF8') | /engine | 200 | 200",
                "facts = '' | /factsDigest | 200 | 422",
                "facts = '\\xfe' | /factsDigest | 200 | 422",
                "facts = convert_to(replace(convert_from(facts, 'UTF8'), '\"DE\"', '\"FR\"'), 'UTF8') | /factsDigest | 200 | 200",
                "digest = 'sha-256:00' | /digest | 200 | 200",
                "rule_set_version = '1999.1' | /ruleSet/version | 422 | 422",
                "outcome = 'NONSENSE' | /outcome | 200 | 200",
                "mode = 'NONSENSE' | /mode | 200 | 200",
                "decided_at = decided_at + interval '1 second' | /decidedAt | 200 | 200"
            })
    void shouldNameTheFirstDifferenceOfWhatWasTamperedWith(String change, String pointer, int shown, int changes)
            throws Exception {
        JsonNode declaration = file(2);
        String decision = declaration.at("/lines/0/decision/id").asText();
        Database.execute("update decision set " + change + " where id = '" + decision + "'");

        Api.post(auditor, "/api/v1/decisions/" + decision + "/replays", Map.of())
                .statusCode(200)
                .body("identical", is(false))
                .body("differences[0].pointer", is(pointer == null ? "" : pointer));
        Api.post(auditor, ALL, Map.of())
                .statusCode(200)
                .body("replayed", is(2))
                .body("identical", is(1))
                .body("total", is(2))
                .body("next", nullValue())
                .body("differing", hasSize(1))
                .body("differing[0].id", is(decision))
                .body("differing[0].difference.pointer", is(pointer == null ? "" : pointer));
        String path = "/api/v1/decisions/" + decision;
        String filed = "/api/v1/declarations/" + declaration.path("id").asText();
        for (String view : List.of(path, filed)) {
            ValidatableResponse answer = Api.get(auditor, view).statusCode(shown);
            if (shown == 422) {
                answer.body("type", endsWith("/unprocessable")).body("detail", endsWith("; a replay says where"));
            }
        }
        Api.as(auditor).post(path + "/counterfactuals").then().statusCode(changes);
        Api.get(auditor, path + "/record").statusCode(200);
        Api.get(auditor, path + "/facts").statusCode(200);
        Api.get(auditor, "/api/v1/declarations").statusCode(200).body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'\\x00ff80'", "'{'", "convert_to('[1]', 'UTF8')", "convert_to('null', 'UTF8')"})
    void shouldSayThatARecordCannotBeRead(String record) throws Exception {
        JsonNode declaration = file(1);
        String decision = declaration.at("/lines/0/decision/id").asText();
        Database.execute("update decision set record = " + record + " where id = '" + decision + "'");

        for (String path : List.of(
                "/api/v1/decisions/" + decision,
                "/api/v1/declarations/" + declaration.path("id").asText())) {
            Api.get(auditor, path)
                    .statusCode(422)
                    .body("type", endsWith("/unprocessable"))
                    .body("detail", is("The stored record cannot be read; a replay says where"));
        }
    }

    private JsonNode file(int times) throws IOException {
        JsonNode last = null;
        for (int i = 0; i < times; i++) {
            ObjectNode filing = Filing.by(Codes.NINGHAI);
            Filing.firstLine(filing).put("lotNo", UUID.randomUUID().toString());
            last = JSON.readTree(Api.post(Callers.enterprise(Codes.NINGHAI), "/api/v1/declarations", filing)
                    .statusCode(201)
                    .extract()
                    .asString());
        }
        return last;
    }

    /** A set that draws other shares, in force from now on. */
    private void publishLater() throws SQLException, IOException {
        ObjectNode document = Drafts.of(later);
        Drafts.parameter(document, "shareGeneral").put("value", "0.40");
        RuleSet set = RuleSet.parse(JSON.writeValueAsBytes(document));
        try (Connection connection = Database.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into rule_set (version, id, revision, status, digest, document, drafters, drafted_at,
                            published_by, published_at, effective_from)
                        values (?, uuidv7(), 1, 'PUBLISHED', ?, ?, '{}', now(), 'test', now(), now() - interval '1 s')
                        """)) {
            insert.setString(1, later);
            insert.setString(2, set.digest());
            insert.setBytes(3, set.document());
            insert.executeUpdate();
        }
        rules.all();
    }

    /** As if engine 2 had decided the first line. @return the decision's id */
    private static String keepAsEngineTwo(JsonNode declaration) throws IOException, SQLException {
        JsonNode decision = declaration.at("/lines/0/decision");
        String id = decision.path("id").asText();
        byte[] facts = Api.get(Callers.of(Roles.AUDITOR), "/api/v1/decisions/" + id + "/facts")
                .extract()
                .asByteArray();
        DecisionContext context = new DecisionContext(
                UUID.fromString(id),
                UUID.fromString(declaration.path("id").asText()),
                1,
                java.time.Instant.parse(decision.path("decidedAt").asText()),
                new AsOf(7L, 7L, new HashMap<>(), new HashMap<>()),
                decision.at("/draw/date").isTextual()
                        ? java.time.LocalDate.parse(decision.at("/draw/date").asText())
                        : null,
                null,
                null,
                null);
        DecisionRecord record =
                new EngineTwo().record(FactsReader.stored(facts).facts(), RuleSet.shipped("2026.1"), context);
        try (Connection connection = Database.connect();
                PreparedStatement update = connection.prepareStatement(
                        "update decision set record = ?, digest = ?, rule_set_version = '2026.1', outcome = ?, mode = ?"
                                + " where id = ?")) {
            JsonNode made = JSON.readTree(record.bytes());
            update.setBytes(1, record.bytes());
            update.setString(2, record.digest());
            update.setString(3, made.path("outcome").asText());
            update.setString(4, made.path("mode").asText());
            update.setObject(5, UUID.fromString(id));
            update.executeUpdate();
        }
        return id;
    }
}
