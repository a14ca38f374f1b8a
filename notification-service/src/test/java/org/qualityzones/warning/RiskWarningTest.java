package org.qualityzones.warning;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
class RiskWarningTest {

    private static final String PATH = "/api/v1/risk-warnings";

    private final String uscc = Usccs.in("330226");
    private final String authority = Tokens.of(Roles.AUTHORITY).build();
    private final String ningbo = Tokens.of(Roles.BUREAU).areas("3302").build();
    private final String zhejiang =
            Tokens.of(Roles.BUREAU).areas("3301", "3303").subject("zhejiang").build();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldTellEveryoneOfAWarningAndOfItsLifting() {
        String id = Api.post(authority, PATH, warning(Map.of("hsPrefix", "9503", "destination", "DE")))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("status", equalTo("ACTIVE"))
                .body("scope.hsPrefix", equalTo("9503"))
                .extract()
                .path("id");

        Api.transition(authority, PATH + "/" + id, 1, Map.of("action", "lift", "reason", "risk gone"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("LIFTED"))
                .body("liftedAt", notNullValue());

        String types = "items.findAll { it.data.subject == '" + id + "' }.type";
        await().atMost(30, SECONDS).untilAsserted(() -> Api.get(authority, "/api/v1/events?limit=200")
                .body(
                        types,
                        contains(
                                "org.qualityzones.risk-warning.issued.v1", "org.qualityzones.risk-warning.lifted.v1")));
        Api.transition(authority, PATH + "/" + id, 2, Map.of("action", "lift")).statusCode(409);
    }

    @Test
    void shouldLetABureauWarnOnlyAboutEnterprisesOfItsAreas() {
        String id = Api.post(ningbo, PATH, warning(Map.of("uscc", uscc)))
                .statusCode(201)
                .extract()
                .path("id");

        Api.post(zhejiang, PATH, warning(Map.of("uscc", uscc))).statusCode(403).body("type", endsWith("/not-your-row"));
        Api.post(ningbo, PATH, warning(Map.of("hsPrefix", "9503"))).statusCode(403);
        Api.transition(zhejiang, PATH + "/" + id, 1, Map.of("action", "lift")).statusCode(403);
        Api.transition(ningbo, PATH + "/" + id, 1, Map.of("action", "lift")).statusCode(200);
    }

    @Test
    void shouldShowAnEnterpriseGeneralWarningsAndItsOwn() {
        String own = id(Api.post(authority, PATH, warning(Map.of("uscc", uscc))));
        String others = id(Api.post(authority, PATH, warning(Map.of("uscc", Usccs.in("330226")))));
        String general = id(Api.post(authority, PATH, warning(Map.of("destination", "US"))));
        String enterprise = Tokens.of(Roles.ENTERPRISE).uscc(uscc).build();

        Api.get(enterprise, PATH).body("items.id", contains(general, own));
        Api.get(enterprise, PATH + "/" + others).statusCode(404);
        Api.get(authority, PATH + "?uscc=" + uscc).body("items.id", contains(own));
        Api.get(authority, PATH + "?status=LIFTED").body("items", hasSize(0));
    }

    @Test
    void shouldNameEachFieldThatIsWrong() {
        refused("scope", Map.of());
        refused("scope", Map.of("hsPrefix", "95035"));
        refused("scope", Map.of("destination", "XX"));
        refused("scope", Map.of("uscc", "91330226668486852Z"));
        refused("level", 0);
        refused("level", 4);
        refused("measure", "WATCH");
        refused("until", "2026-11-20");
        refused("reason", "x".repeat(501));
        refused("alertIds", List.of("none"));
        refused("from", "21.11.2026");
    }

    @Test
    void shouldReplayTheSameAnswerForTheSameKey() {
        String key = Api.newKey();
        Map<String, Object> body = warning(Map.of("hsPrefix", "95"));
        String first = Api.post(authority, key, PATH, body).extract().asString();

        assertThat(Api.post(authority, key, PATH, body)
                        .statusCode(201)
                        .extract()
                        .asString())
                .isEqualTo(first);
        Api.post(authority, key, PATH, warning(Map.of("hsPrefix", "96")))
                .statusCode(422)
                .body("type", endsWith("/key-reused"));
        Api.get(authority, PATH).body("items", hasSize(1));
    }

    @Test
    void shouldServeItsWorkflowsAsData() {
        Api.get(authority, "/api/v1/notification/workflows/risk-warning")
                .statusCode(200)
                .body("actions.name", hasItem("lift"));
        Api.get(authority, "/api/v1/notification/workflows/subscription").statusCode(200);
    }

    private void refused(String field, Object value) {
        Map<String, Object> body = new HashMap<>(warning(Map.of("hsPrefix", "9503")));
        body.put(field, value);
        Api.post(authority, PATH, body)
                .statusCode(400)
                .body("type", endsWith("/invalid-request"))
                .body("errors[0].pointer", org.hamcrest.Matchers.startsWith("/" + field));
    }

    private static String id(io.restassured.response.ValidatableResponse answer) {
        return answer.statusCode(201).extract().path("id");
    }

    private static Map<String, Object> warning(Map<String, Object> scope) {
        return Map.of(
                "scope",
                scope,
                "level",
                2,
                "measure",
                "TIGHTEN",
                "from",
                "2026-11-21",
                "reason",
                "choking hazard",
                "alertIds",
                List.of());
    }
}
