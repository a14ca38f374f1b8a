package org.qualityzones.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.web.Digests;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("inspection")
class DeclarationResourceTest {

    private static final String PATH = "/api/v1/declarations";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String enterprise = Callers.enterprise(Codes.NINGHAI);

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(7);
    }

    @Test
    void shouldDecideAndShowTheSameToTheNextReader() {
        ValidatableResponse filed =
                Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI).put("reference", "EXP-1"));
        filed.statusCode(201)
                .body("declarationNo", notNullValue())
                .body("status", is("DECIDED"))
                .body("outcome", is("RELEASE"))
                .body("clearance.state", is("CLEARED"))
                .body("lines[0].producer", is(Codes.NINGHAI))
                .body("lines[0].decision.outcome", is("RELEASE"))
                .body("lines[0].decision.reasons.size()", org.hamcrest.Matchers.greaterThan(0))
                .body("lines[0].decision.asOf.producer", is(7))
                .body("lines[0].decision.reasons[0].citations[0].text", notNullValue())
                .body("lines[0].clearance.state", is("CLEARED"))
                .body("lines[0].clearance.basis", is("decision"))
                .body("lines[0].quantity.value", is("50000"))
                .body("notices.code", hasItem("hs-code-unknown"));
        String id = filed.extract().path("id");

        assertThat(filed.extract().header("Location")).isEqualTo(PATH + "/" + id);
        ValidatableResponse read = Api.get(enterprise, PATH + "/" + id).statusCode(200);
        assertThat(read.extract().header("ETag")).isEqualTo(filed.extract().header("ETag"));
        assertThat(tree(read)).isEqualTo(tree(filed));
    }

    @Test
    void shouldGiveTheBytesThatTheDigestsAreOfAndReplayThem() {
        String decision = Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI))
                .statusCode(201)
                .extract()
                .path("lines[0].decision.id");
        String path = "/api/v1/decisions/" + decision;
        String auditor = Callers.of(Roles.AUDITOR);
        byte[] record =
                Api.get(auditor, path + "/record").statusCode(200).extract().asByteArray();
        byte[] facts =
                Api.get(auditor, path + "/facts").statusCode(200).extract().asByteArray();

        Api.get(auditor, path)
                .statusCode(200)
                .body("digest", is(Digests.text(record)))
                .body("factsDigest", is(Digests.text(facts)))
                .body("supersededBy", nullValue());
        Api.as(auditor)
                .post(path + "/replays")
                .then()
                .statusCode(200)
                .body("identical", is(true))
                .body("digest", is(Digests.text(record)))
                .body("differences", hasSize(0));
    }

    @Test
    void shouldSayWhereAStoredSnapshotWasTamperedWith() {
        String decision =
                Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI)).extract().path("lines[0].decision.id");
        Database.execute("update decision set facts = convert_to(replace(convert_from(facts, 'UTF8'),"
                + " '\"destination\":\"DE\"', '\"destination\":\"FR\"'), 'UTF8')");

        Api.as(Callers.of(Roles.AUDITOR))
                .post("/api/v1/decisions/" + decision + "/replays")
                .then()
                .statusCode(200)
                .body("identical", is(false))
                .body("differences.size()", org.hamcrest.Matchers.greaterThan(0));
    }

    @Test
    void shouldAnswerARepeatedKeyWithTheStoredBytes() {
        String key = Api.newKey();
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        byte[] first = Api.post(enterprise, key, PATH, filing)
                .statusCode(201)
                .extract()
                .asByteArray();
        ValidatableResponse again = Api.post(enterprise, key, PATH, filing).statusCode(201);

        assertThat(again.extract().asByteArray()).isEqualTo(first);
        assertThat(again.extract().header("Idempotency-Replayed")).isEqualTo("true");
        Api.post(enterprise, key, PATH, filing.put("destination", "FR")).statusCode(422);
        assertThat(Database.number("select count(*) from declaration")).isEqualTo(1);
    }

    @Test
    void shouldHaveOneEffectOfFiftyParallelPostsWithOneKey() throws Exception {
        String key = Api.newKey();
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        List<Future<ValidatableResponse>> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(50)) {
            for (int i = 0; i < 50; i++) {
                answers.add(pool.submit(() -> Api.post(enterprise, key, PATH, filing)));
            }
        }
        List<ValidatableResponse> all = new ArrayList<>();
        for (Future<ValidatableResponse> answer : answers) {
            all.add(answer.get());
        }

        assertThat(all)
                .allMatch(answer -> Set.of(201, 409).contains(answer.extract().statusCode()));
        Set<String> bodies = all.stream()
                .filter(answer -> answer.extract().statusCode() == 201)
                .map(answer -> answer.extract().asString())
                .collect(Collectors.toSet());
        assertThat(bodies).hasSize(1);
        assertThat(Database.number("select count(*) from declaration")).isEqualTo(1);
        assertThat(Database.number("select count(*) from decision")).isEqualTo(1);
    }

    @Test
    void shouldRecordEventsInTheTransactionOfTheDecision() {
        String id =
                Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI)).extract().path("id");

        assertThat(Database.number("select count(*) from outbox where key = '" + id
                        + "' and type in ('org.qualityzones.declaration.decided.v1',"
                        + " 'org.qualityzones.declaration.clearance-changed.v1')"))
                .isEqualTo(2);
        assertThat(Database.number("select max(version) from outbox where key = '" + id + "'"))
                .isEqualTo(Database.number("select version from declaration"));
    }

    @Test
    void shouldRefuseAReferenceThatTheCallerUsedBefore() {
        Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI).put("reference", "R-1"))
                .statusCode(201);
        Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI).put("reference", "R-1"))
                .statusCode(409)
                .body("type", org.hamcrest.Matchers.endsWith("/duplicate-reference"));
    }

    @Test
    void shouldRefuseDeregisteredPartiesAndSuspendedAgentsAtTheDoor() {
        Known.enterprise(Codes.YUNHE).status("DEREGISTERED").inVersion(1);
        Known.enterprise(Codes.AGENT).suspended("STATUTORY").inVersion(1);
        ObjectNode deregistered = Filing.by(Codes.NINGHAI);
        Filing.firstLine(deregistered).put("producer", Codes.YUNHE);

        Api.post(enterprise, PATH, deregistered)
                .statusCode(422)
                .body("type", org.hamcrest.Matchers.endsWith("/deregistered-party"))
                .body("errors[0].pointer", is("/lines/0/producer"));
        Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI).put("agent", Codes.AGENT))
                .statusCode(422)
                .body("type", org.hamcrest.Matchers.endsWith("/suspended-agent"));
        assertThat(Database.number("select count(*) from declaration")).isZero();
    }

    @Test
    void shouldHoldWhatASuspendedProducerDeclares() {
        Known.enterprise(Codes.NINGHAI).suspended("ALL").inVersion(8);

        Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI))
                .statusCode(201)
                .body("outcome", is("HOLD"))
                .body("lines[0].decision.mode", is("NONE"))
                .body("clearance.state", is("REFUSED"));
    }

    @Test
    void shouldListNewestFirstInStablePages() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI))
                    .extract()
                    .path("id"));
        }
        ValidatableResponse first = Api.get(enterprise, PATH + "?limit=2").statusCode(200);
        Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI)).statusCode(201);
        ValidatableResponse second =
                Api.get(enterprise, PATH + "?limit=3&cursor=" + first.extract().path("nextCursor"));

        assertThat(first.extract().<List<String>>path("items.id")).isEqualTo(ids.subList(0, 2));
        assertThat(second.extract().<List<String>>path("items.id")).isEqualTo(ids.subList(2, 5));
        second.body("nextCursor", nullValue());
        assertThat(first.extract().header("Link")).contains("rel=\"next\"");
    }

    @Test
    void shouldNarrowAListByWhatTheLinesAre() {
        ObjectNode toys = Filing.by(Codes.NINGHAI);
        Filing.firstLine(toys).put("hsCode", "9503008900");
        Api.post(enterprise, PATH, toys).statusCode(201);
        Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI)).statusCode(201);

        Api.get(enterprise, PATH + "?hs=9503")
                .body("items", hasSize(1))
                .body("items.lines.flatten().hsCode", everyItem(is(in(List.of("9503008900")))));
        Api.get(enterprise, PATH + "?producer=" + Codes.NINGHAI + "&outcome=RELEASE")
                .body("items", hasSize(2));
        Api.get(enterprise, PATH + "?outcome=HOLD").body("items", hasSize(0));
        Api.get(enterprise, PATH + "?outcome=PERHAPS").statusCode(400).body("errors[0].parameter", is("outcome"));
        Api.get(enterprise, PATH + "?hs=123").statusCode(400).body("errors[0].parameter", is("hs"));
    }

    @Test
    void shouldShowAProducerItsOwnLinesWithoutTheirValue() {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        filing.withArray("lines").add(Filing.line(2).put("producer", Codes.YUNHE));
        String id = Api.post(enterprise, PATH, filing).statusCode(201).extract().path("id");

        Api.get(Callers.enterprise(Codes.YUNHE), PATH + "/" + id)
                .statusCode(200)
                .body("lines", hasSize(1))
                .body("lines[0].lineNo", is(2))
                .body("lines[0].value", nullValue());
    }

    @Test
    void shouldWithdrawAndTellThePorts() {
        ValidatableResponse filed = Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI));
        String path = PATH + "/" + filed.extract().path("id");
        int version = filed.extract().path("version");

        Api.as(enterprise)
                .header("Idempotency-Key", Api.newKey())
                .contentType("application/json")
                .body("{\"action\":\"withdraw\"}")
                .post(path + "/transitions")
                .then()
                .statusCode(428);
        Api.transition(enterprise, path, version + 1, "{\"action\":\"withdraw\"}")
                .statusCode(412);
        Api.transition(enterprise, path, version, "{\"action\":\"withdraw\",\"reason\":\"sold at home\"}")
                .statusCode(200)
                .body("status", is("WITHDRAWN"))
                .body("clearance.state", is("REFUSED"));
        int withdrawn = Api.get(enterprise, path).extract().path("version");
        Api.transition(enterprise, path, withdrawn, "{\"action\":\"amend\"}")
                .statusCode(409)
                .body("allowedActions", hasSize(0));
        assertThat(Database.number("select count(*) from outbox where type like '%.clearance-changed.v1'"))
                .isEqualTo(2);
    }

    @Test
    void shouldDecideAgainWhatIsAmendedAndLinkTheTwoDecisions() {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        filing.withArray("lines").add(Filing.line(2));
        ValidatableResponse filed = Api.post(enterprise, PATH, filing);
        String path = PATH + "/" + filed.extract().path("id");
        String before = filed.extract().path("lines[0].decision.id");

        ObjectNode amended = Filing.by(Codes.NINGHAI).put("destination", "FR");
        amended.withArray("lines").add(Filing.line(3));
        ValidatableResponse after = Api.transition(
                enterprise,
                path,
                filed.extract().<Integer>path("version"),
                JSON.createObjectNode().put("action", "amend").set("declaration", amended));
        after.statusCode(200)
                .body("declarationNo", equalTo(filed.extract().path("declarationNo")))
                .body("destination", is("FR"))
                .body("lines.lineNo", equalTo(List.of(1, 3)))
                .body("lines[0].decision.cause", is("AMENDED"))
                .body("lines[0].decision.supersedes", is(before));
        Api.get(enterprise, "/api/v1/decisions/" + before)
                .body("supersededBy", is(after.extract().<String>path("lines[0].decision.id")));

        amended.withArray("lines").add(Filing.line(2));
        Api.transition(
                        enterprise,
                        path,
                        after.extract().<Integer>path("version"),
                        JSON.createObjectNode().put("action", "amend").set("declaration", amended))
                .statusCode(400)
                .body("errors[0].code", is("line-no-removed"));
    }

    private static JsonNode tree(ValidatableResponse response) {
        try {
            return JSON.readTree(response.extract().asByteArray());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
