package org.qualityzones.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.BulkFiling;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.web.Roles;

/** Files of declarations: each row as if it were filed by itself, the bad ones named, the same file again without effect. */
@QuarkusTest
@WithServers("inspection")
class DeclarationImportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOT_STATUTORY = "9503002100";

    private final String enterprise = Callers.enterprise(Codes.NINGHAI);
    private final String auditor = Callers.of(Roles.AUDITOR);

    @BeforeEach
    void know() {
        Database.truncate("daily_seed");
        Known.allIsCurrent();
        Known.enterprise(Codes.NINGHAI).inVersion(7);
        Database.execute("insert into catalogue_entry values ('9608100000', '2010-01-01', null, 'pens', 'AB', 'MN',"
                + " 'GENERAL', 'test', now())");
        Database.execute("insert into catalogue_version values (1, now(), 'test', 1)");
    }

    @Test
    void shouldDecideEachRowAsIfItWereFiledByItself() throws IOException {
        List<ObjectNode> filings = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            filings.add(filing(i % 3 == 0 ? "9608100000" : NOT_STATUTORY, "L-" + i, 1 + i % 4));
        }
        // what the rows before have exported counts, and an earlier lot is drawn again
        filings.add(filing("9608100000", "L-0", 1));
        filings.add(filing("9608100000", "L-0", 1));
        filings.add(filing(NOT_STATUTORY, "L-99", 1).put("certificateRequested", true));

        List<JsonNode> rows = BulkFiling.rows(enterprise, filings);
        long exported = 0;
        for (int i = 0; i < filings.size(); i++) {
            assertThat(rows.get(i).path("status").asText())
                    .as("%s", rows.get(i))
                    .isEqualTo("created");
            JsonNode imported = declaration(rows.get(i));
            for (JsonNode line : imported.path("lines")) {
                JsonNode decision = line.path("decision");
                boolean statutory = line.path("hsCode").asText().equals("9608100000");
                JsonNode facts = JSON.readTree(Api.get(
                                auditor,
                                "/api/v1/decisions/" + decision.path("id").asText() + "/facts")
                        .extract()
                        .asString());
                assertThat(facts.at("/producer/exportUsd12m").asLong()).isEqualTo(exported);
                assertThat(facts.at("/catalogue/conditions").size()).isEqualTo(statutory ? 2 : 0);
                Api.post(
                                auditor,
                                "/api/v1/decisions/" + decision.path("id").asText() + "/replays",
                                JSON.createObjectNode())
                        .body("identical", is(true));
            }
            for (JsonNode line : imported.path("lines")) {
                boolean cleared = line.at("/clearance/state").asText().equals("CLEARED");
                assertThat(cleared)
                        .isEqualTo(line.at("/decision/outcome").asText().equals("RELEASE"));
                exported += cleared ? 12_500 : 0;
            }
        }
        JsonNode first = declaration(rows.getFirst()).at("/lines/0/decision");
        JsonNode again = declaration(rows.get(12)).at("/lines/0/decision");
        assertThat(again.at("/draw/inheritedFrom/declarationId"))
                .isEqualTo(rows.getFirst().path("id"));
        assertThat(again.at("/draw/u64")).isEqualTo(first.at("/draw/u64"));
        assertThat(declaration(rows.getLast()).path("outcome").asText()).isEqualTo("SAMPLE");
        assertThat(Database.number("select count(*) from inspection where declaration_id = '"
                        + rows.getLast().path("id").asText() + "'"))
                .isEqualTo(1);
        assertThat(Database.number("select count(*) from outbox where type like '%declaration.decided.v1'"))
                .isEqualTo(filings.size());
        assertThat(Database.number("select count(*) from audit_entry where action = 'declaration.file'"))
                .isEqualTo(filings.size());
        assertThat(Database.number("select count(distinct declaration_no) from declaration"))
                .isEqualTo(filings.size());
        assertThat(Database.number("select count(*) from outbox o join declaration d on d.id::text = o.key"
                        + " group by d.id, d.version having max(o.version) <> d.version union all select 0"))
                .isZero();
    }

    /** What a producer's rows before have exported counts, whatever other rows are filed at the same time. */
    @Test
    void shouldDecideRowsOfSeveralProducersAsIfEachWereFiledByItself() throws IOException {
        List<String> producers = List.of(Codes.NINGHAI, Codes.NINGHAI_2, Codes.of("330226", 3), Codes.of("330226", 4));
        List<ObjectNode> filings = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            ObjectNode filing = BulkFiling.filing(producers.get(i * 7 % 5 % 4), NOT_STATUTORY, "L-" + i, 1 + i % 3);
            if (i % 16 == 5) {
                Filing.firstLine(filing).put("producer", producers.get(i % 4));
            }
            filings.add(filing);
        }

        List<JsonNode> rows = BulkFiling.rows(Callers.bureau(), filings);

        Map<String, Long> exported = new HashMap<>();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).path("row").asInt()).isEqualTo(i + 1);
            JsonNode imported = declaration(rows.get(i));
            assertThat(imported.path("consignor")).isEqualTo(filings.get(i).path("consignor"));
            numbers.add(imported.path("declarationNo").asText());
            for (JsonNode line : imported.path("lines")) {
                JsonNode facts = JSON.readTree(Api.get(
                                auditor,
                                "/api/v1/decisions/" + line.at("/decision/id").asText() + "/facts")
                        .extract()
                        .asString());
                assertThat(facts.at("/producer/exportUsd12m").asLong())
                        .as("row %d", i + 1)
                        .isEqualTo(exported.getOrDefault(line.path("producer").asText(), 0L));
            }
            for (JsonNode line : imported.path("lines")) {
                boolean cleared = line.at("/clearance/state").asText().equals("CLEARED");
                exported.merge(line.path("producer").asText(), cleared ? 12_500L : 0L, Long::sum);
            }
        }
        assertThat(exported)
                .hasSize(4)
                .allSatisfy((producer, usd) -> assertThat(usd).as(producer).isPositive());
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.path("id").asText()).isSorted();
        // all in the name of whoever started the import, under its request
        for (String told : List.of("actor", "client", "roles", "request_id")) {
            assertThat(Database.number(
                            "select count(distinct " + told + ") from audit_entry where action like 'declaration%'"))
                    .as(told)
                    .isEqualTo(1);
        }
        assertThat(Database.number("select count(distinct request_id) from outbox where type like '%declaration%'"))
                .isEqualTo(1);
    }

    @Test
    void shouldGiveTheAnswerOfASingleFiling() throws IOException {
        JsonNode alone = JSON.readTree(Api.post(
                        enterprise,
                        "/api/v1/declarations",
                        filing(NOT_STATUTORY, "L-1", 3).put("zoneCode", "nowhere"))
                .statusCode(201)
                .extract()
                .asString());
        Database.truncate("daily_seed", "state_version", "catalogue_entry", "catalogue_version", "membership_copy");
        List<JsonNode> rows = BulkFiling.rows(
                enterprise, List.of(filing(NOT_STATUTORY, "L-1", 3).put("zoneCode", "nowhere")));

        JsonNode imported = declaration(rows.getFirst());
        for (String field : List.of("outcome", "status", "notices", "consignor", "version")) {
            assertThat(imported.path(field)).as(field).isEqualTo(alone.path(field));
        }
        for (int i = 0; i < 3; i++) {
            JsonNode one = alone.path("lines").get(i).path("decision");
            JsonNode other = imported.path("lines").get(i).path("decision");
            for (String field : List.of("outcome", "mode", "basis", "missingFacts", "reasons", "trace", "asOf")) {
                assertThat(other.path(field)).as(field).isEqualTo(one.path(field));
            }
        }
    }

    @Test
    void shouldNameBadRowsKeepTheOthersAndChangeNothingTheSecondTime() throws IOException {
        ObjectNode good = filing(NOT_STATUTORY, "L-1", 1).put("reference", "R-1");
        ObjectNode plain = filing(NOT_STATUTORY, "L-2", 1);
        List<String> file = List.of(
                good.toString(),
                "{\"consignor\":",
                filing(NOT_STATUTORY, "L-3", 1).put("colour", "red").toString(),
                filing(NOT_STATUTORY, "L-4", 1).put("reference", "R-1").toString(),
                Filing.by(Codes.YUNHE).toString(),
                "",
                plain.toString(),
                plain.toString(),
                filing(NOT_STATUTORY, "L-5", 1).put("destination", "XX").toString());

        List<JsonNode> rows = BulkFiling.lines(enterprise, String.join("\n", file));

        assertThat(rows).hasSize(8);
        assertThat(rows)
                .extracting(row -> row.path("status").asText())
                .containsExactly(
                        "created", "refused", "refused", "refused", "refused", "created", "created", "refused");
        assertThat(rows).extracting(row -> row.path("row").asInt()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(rows.get(3).at("/problem/errors/0/pointer").asText()).isEqualTo("/reference");
        assertThat(rows.get(4).at("/problem/status").asInt()).isEqualTo(403);
        assertThat(rows.get(7).at("/problem/errors/0/pointer").asText()).isEqualTo("/destination");
        long events = Database.number("select count(*) from outbox");

        List<JsonNode> again = BulkFiling.lines(enterprise, String.join("\n", file));

        assertThat(again)
                .extracting(row -> row.path("status").asText())
                .containsExactly(
                        "unchanged", "refused", "refused", "refused", "refused", "unchanged", "unchanged", "refused");
        assertThat(again.getFirst().path("id")).isEqualTo(rows.getFirst().path("id"));
        assertThat(again.get(6).path("id")).isEqualTo(rows.get(6).path("id"));
        assertThat(rows.get(5).path("id")).isNotEqualTo(rows.get(6).path("id"));
        assertThat(Database.number("select count(*) from declaration")).isEqualTo(3);
        assertThat(Database.number("select count(*) from outbox")).isEqualTo(events);
        // another caller's rows are its own
        assertThat(BulkFiling.lines(Callers.bureau(), good.toString())
                        .getFirst()
                        .path("status")
                        .asText())
                .isEqualTo("created");
    }

    @Test
    void shouldFileTheOtherRowsWhenSomebodyTakesTheReferenceOfOneMeanwhile() throws Exception {
        BulkFiling.rows(enterprise, List.of(filing(NOT_STATUTORY, "L-0", 1).put("reference", "R-0")));
        String file = Stream.of("R-1", "R-2", "R-3")
                .map(reference -> filing(NOT_STATUTORY, "L-" + reference, 1).put("reference", reference))
                .map(ObjectNode::toString)
                .collect(Collectors.joining("\n"));
        String job;
        try (Connection other = Database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("insert into declaration select (jsonb_populate_record(d, jsonb_build_object('id',"
                    + " gen_random_uuid(), 'declaration_no', 'D-other', 'reference', 'R-2'))).* from declaration d");
            job = BulkFiling.send(enterprise, file).statusCode(202).extract().header("Location");
            Awaitility.await("the import waits for the other filing")
                    .until(() -> Database.number("select count(*) from pg_locks where not granted") > 0);
            other.commit();
        }

        List<JsonNode> rows = BulkFiling.results(enterprise, job);

        assertThat(rows)
                .extracting(row ->
                        row.path("row").asInt() + " " + row.path("status").asText())
                .containsExactly("1 created", "2 refused", "3 created");
        assertThat(rows.get(1).at("/problem/errors/0/pointer").asText()).isEqualTo("/reference");
        assertThat(Database.text("select string_agg(reference, ' ' order by reference) from declaration"))
                .isEqualTo("R-0 R-1 R-2 R-3");
        for (String table : List.of("declaration_line", "declaration_import")) {
            assertThat(Database.number("select count(*) from " + table))
                    .as(table)
                    .isEqualTo(3);
        }
        assertThat(Database.number("select count(*) from audit_entry where action = 'declaration.file'"))
                .isEqualTo(3);
    }

    @Test
    void shouldRefuseAFileOfTooManyRows() {
        String file = "{}\n".repeat(DeclarationImports.MOST_ROWS + 1);
        BulkFiling.send(enterprise, file).statusCode(400).body("errors[0].code", is("too-many-rows"));
    }

    private static ObjectNode filing(String hsCode, String lotNo, int lines) {
        return BulkFiling.filing(Codes.NINGHAI, hsCode, lotNo, lines);
    }

    private JsonNode declaration(JsonNode row) throws IOException {
        return JSON.readTree(
                Api.get(auditor, "/api/v1/declarations/" + row.path("id").asText())
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
