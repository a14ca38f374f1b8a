package org.qualityzones.alert;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class AlertTest {

    private static final String PATH = "/api/v1/alerts";

    private final String uscc = Usccs.in("330226");
    private final String authority = Tokens.of(Roles.AUTHORITY).build();
    private final String ningbo =
            Tokens.of(Roles.BUREAU).areas("3302").bureau("ningbo").build();
    private final String zhejiang = Tokens.of(Roles.BUREAU)
            .areas("3301", "3303")
            .bureau("zhejiang")
            .subject("zhejiang")
            .build();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldRecordAnAlertOnceForEachReferenceOfItsSource() {
        String id = Api.post(ningbo, PATH, alert("A12/00001/24"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", startsWith(PATH + "/"))
                .body("status", equalTo("ACTIVE"))
                .body("flags", hasSize(0))
                .body("product.brand", equalTo("Melly"))
                .extract()
                .path("id");

        Api.post(authority, PATH, alert("A12/00001/24")).statusCode(409).body("type", endsWith("/duplicate"));
        Api.post(ningbo, PATH, with(alert("A12/00001/24"), "source", "OTHER")).statusCode(201);
        Api.get(authority, PATH + "/" + id).statusCode(200).header("ETag", "\"1\"");
        await().atMost(30, SECONDS).untilAsserted(() -> Api.get(authority, "/api/v1/events?limit=200")
                .body("items.data.subject", hasItem(id)));
    }

    @Test
    void shouldListByEachFilterNewestFirst() {
        String first = id(Api.post(authority, PATH, with(alert("1"), "uscc", uscc)));
        String second = id(Api.post(
                authority, PATH, with(with(alert("2"), "originCountry", "VN"), "publishedAt", "2026-01-01T00:00:00Z")));

        Api.get(authority, PATH).body("items.id", contains(second, first));
        Api.get(authority, PATH + "?limit=1").body("items.id", contains(second));
        Api.get(authority, PATH + "?origin=VN").body("items.id", contains(second));
        Api.get(authority, PATH + "?uscc=" + uscc).body("items.id", contains(first));
        Api.get(authority, PATH + "?hs=9503&source=EU_SAFETY_GATE").body("items.id", contains(second, first));
        Api.get(authority, PATH + "?hs=95031").statusCode(400);
        Api.get(authority, PATH + "?hs=9504").body("items", hasSize(0));
        Api.get(authority, PATH + "?from=2025-12-31T00:00:00Z").body("items.id", contains(second));
        Api.get(authority, PATH + "?source=NOWHERE").statusCode(400);
    }

    @Test
    void shouldShowAnEnterpriseOnlyWhatIsAboutIt() {
        String own = id(Api.post(authority, PATH, with(alert("1"), "uscc", uscc)));
        String others = id(Api.post(authority, PATH, alert("2")));
        String enterprise = Tokens.of(Roles.ENTERPRISE).uscc(uscc).build();

        Api.get(enterprise, PATH).body("items.id", contains(own));
        Api.get(enterprise, PATH + "/" + own).statusCode(200);
        Api.get(enterprise, PATH + "/" + others).statusCode(404);
    }

    @Test
    void shouldLetOnlyWhoRecordedItWithdrawAnAlert() {
        String id = id(Api.post(ningbo, PATH, alert("1")));

        Api.transition(zhejiang, PATH + "/" + id, 1, Map.of("action", "withdraw"))
                .statusCode(403);
        Api.transition(ningbo, PATH + "/" + id, 7, Map.of("action", "withdraw")).statusCode(412);
        Api.transition(ningbo, PATH + "/" + id, 1, Map.of("action", "withdraw", "reason", "withdrawn at source"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("WITHDRAWN"));
        Api.transition(authority, PATH + "/" + id, 2, Map.of("action", "withdraw"))
                .statusCode(409)
                .body("allowedActions", hasSize(0));
    }

    @Test
    void shouldSupersedeAnAlertByAnotherKnownOne() {
        String old = id(Api.post(authority, PATH, alert("1")));
        String young = id(Api.post(authority, PATH, alert("2")));

        supersede(old, Map.of("action", "supersede")).statusCode(400);
        supersede(old, Map.of("action", "supersede", "supersededBy", old)).statusCode(400);
        supersede(old, Map.of("action", "supersede", "supersededBy", UUID.randomUUID()))
                .statusCode(400);
        supersede(old, Map.of("action", "supersede", "supersededBy", young))
                .statusCode(200)
                .body("supersededBy", equalTo(young));
    }

    @Test
    void shouldLiftTheWarningThatRestsOnAWithdrawnAlertAlone() {
        String gone = id(Api.post(authority, PATH, alert("1")));
        String stays = id(Api.post(authority, PATH, alert("2")));
        String alone = id(Api.post(authority, "/api/v1/risk-warnings", warning(List.of(gone))));
        String both = id(Api.post(authority, "/api/v1/risk-warnings", warning(List.of(gone, stays))));

        Api.transition(authority, PATH + "/" + gone, 1, Map.of("action", "withdraw", "reason", "wrong"))
                .statusCode(200);

        Api.get(authority, "/api/v1/risk-warnings/" + alone)
                .body("status", equalTo("LIFTED"))
                .body("liftReason", equalTo("wrong"));
        Api.get(authority, "/api/v1/risk-warnings/" + both).body("status", equalTo("ACTIVE"));
        Api.post(
                        authority,
                        "/api/v1/risk-warnings",
                        warning(List.of(UUID.randomUUID().toString())))
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-alert"));
    }

    @Test
    void shouldLetTheSuccessorCarryTheWarningUntilItIsWithdrawnToo() {
        String old = id(Api.post(authority, PATH, alert("1")));
        String young = id(Api.post(authority, PATH, alert("2")));
        String warning = id(Api.post(authority, "/api/v1/risk-warnings", warning(List.of(old))));

        supersede(old, Map.of("action", "supersede", "supersededBy", young)).statusCode(200);
        Api.get(authority, "/api/v1/risk-warnings/" + warning).body("status", equalTo("ACTIVE"));

        Api.transition(authority, PATH + "/" + young, 1, Map.of("action", "withdraw", "reason", "wrong too"))
                .statusCode(200);
        Api.get(authority, "/api/v1/risk-warnings/" + warning)
                .body("status", equalTo("LIFTED"))
                .body("liftReason", equalTo("wrong too"));
        await().atMost(60, SECONDS).untilAsserted(() -> Api.get(authority, "/api/v1/events?limit=200")
                .body("items.type", hasItem("org.qualityzones.risk-warning.lifted.v1")));
    }

    @Test
    void shouldNeitherFollowNorWarnOnAnAlertThatIsNotActive() {
        String gone = id(Api.post(authority, PATH, alert("1")));
        String other = id(Api.post(authority, PATH, alert("2")));
        Api.transition(authority, PATH + "/" + gone, 1, Map.of("action", "withdraw"))
                .statusCode(200);

        supersede(other, Map.of("action", "supersede", "supersededBy", gone))
                .statusCode(400)
                .body("errors[0].code", equalTo("alert-not-active"));
        Api.post(authority, "/api/v1/risk-warnings", warning(List.of(other, gone)))
                .statusCode(400)
                .body("errors[0].code", equalTo("alert-not-active"))
                .body("errors[0].pointer", equalTo("/alertIds/1"));
    }

    @Test
    void shouldNameEachFieldThatIsWrong() {
        refused("source", "PRESS");
        refused("reference", "x".repeat(65));
        refused("publishedAt", "2026-11-21");
        refused("originCountry", "ZZ");
        refused("notifyingCountry", "EU");
        refused("uscc", "91330226668486852Z");
        refused("manufacturer", "x".repeat(201));
        refused("url", "javascript:alert(1)");
        refused("measures", List.of("x".repeat(501)));
        refused("product", Map.of("category", "Toys"));
        refused("product", Map.of("category", "Toys", "name", "Doll", "hsCode", "95030"));
        refused("risk", Map.of("types", List.of(), "level", "LOW", "text", "t"));
        refused("risk", Map.of("types", List.of("FIRE"), "level", "HUGE", "text", "t"));
    }

    @Test
    void shouldReplayTheSameAnswerForTheSameKeyAndTryWithoutEffect() {
        String key = Api.newKey();
        String first = Api.post(authority, key, PATH, alert("1")).extract().asString();

        assertThat(Api.post(authority, key, PATH, alert("1"))
                        .statusCode(201)
                        .extract()
                        .asString())
                .isEqualTo(first);
        Api.post(authority, PATH + "?dryRun=true", alert("2")).statusCode(200);
        Api.get(authority, PATH).body("items", hasSize(1));
        Api.get(authority, "/api/v1/notification/workflows/alert").body("actions.name", hasItem("supersede"));
    }

    private io.restassured.response.ValidatableResponse supersede(String id, Map<String, Object> command) {
        return Api.transition(authority, PATH + "/" + id, 1, command);
    }

    private void refused(String field, Object value) {
        Api.post(authority, PATH, with(alert("1"), field, value))
                .statusCode(400)
                .body("type", endsWith("/invalid-request"))
                .body("errors[0].pointer", startsWith("/" + field));
    }

    static String id(io.restassured.response.ValidatableResponse answer) {
        return answer.statusCode(201).extract().path("id");
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> alert(String reference) {
        return Map.of(
                "source",
                "EU_SAFETY_GATE",
                "reference",
                reference,
                "publishedAt",
                "2024-05-03T00:00:00Z",
                "notifyingCountry",
                "DE",
                "originCountry",
                "CN",
                "product",
                Map.of(
                        "category",
                        "Toys",
                        "name",
                        "Plush bear",
                        "brand",
                        "Melly",
                        "model",
                        "Model: LP-020",
                        "hsCode",
                        "9503002100"),
                "risk",
                Map.of("types", List.of("CHOKING"), "level", "SERIOUS", "text", "Small parts come off"));
    }

    private static Map<String, Object> warning(List<String> alerts) {
        return Map.of(
                "scope",
                Map.of("hsPrefix", "9503"),
                "level",
                2,
                "measure",
                "TIGHTEN",
                "from",
                "2026-11-21",
                "reason",
                "choking hazard",
                "alertIds",
                alerts);
    }
}
