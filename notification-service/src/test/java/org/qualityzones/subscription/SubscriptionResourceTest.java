package org.qualityzones.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
class SubscriptionResourceTest {

    private static final String PATH = "/api/v1/subscriptions";
    private static final String TARGET = "http://127.0.0.1:18090/hook";

    private final String uscc = Usccs.in("330226");
    private final String enterprise = Tokens.of(Roles.ENTERPRISE).uscc(uscc).build();
    private final String integrator = Tokens.of(Roles.INTEGRATOR).build();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldShowTheSecretOnceAndReplayTheSameBytes() {
        String key = Api.newKey();
        Object body = webhook(TARGET, Map.of());
        String first = Api.post(integrator, key, PATH, body)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern("/api/v1/subscriptions/[0-9a-f-]{36}"))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .body("status", equalTo("ACTIVE"))
                .extract()
                .asString();

        String again = Api.post(integrator, key, PATH, body)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        get(integrator, idOf(first)).statusCode(200).body("secret", nullValue());
    }

    @Test
    void shouldNotKeepTheSecretInClearAnywhere() {
        String secret = created(integrator, webhook(TARGET, Map.of())).extract().path("secret");
        String raw = secret.substring("whsec_".length());

        assertThat(Database.number("select count(*) from idempotency where convert_from(body, 'UTF8') like '%" + raw
                        + "%' or convert_from(body, 'UTF8') like '%whsec_%'"))
                .isZero();
        assertThat(Database.number("select count(*) from subscription_key where encode(sealed, 'base64') like '%"
                        + raw.substring(0, 20) + "%'"))
                .isZero();
    }

    @Test
    void shouldRefuseWhatItMayNotReachOrDoesNotOffer() {
        refused(webhook("https://169.254.169.254/latest", Map.of()), 422, "target-refused");
        refused(webhook("http://example.com/", Map.of()), 422, "target-refused");
        refused(Map.of("channel", "EMAIL", "target", "a@example.com"), 422, "channel-not-available");
        refused(Map.of("channel", "WEBHOOK"), 400, "invalid-request");
        refused(Map.of("channel", "SSE", "target", TARGET), 400, "invalid-request");
        refused(Map.of("channel", "PIGEON", "target", TARGET), 400, "invalid-request");
        refused(Map.of("target", TARGET), 400, "invalid-request");
        refused(webhook(TARGET, Map.of("hsPrefixes", List.of("123"))), 400, "invalid-request");
        refused(webhook(TARGET, Map.of("uscc", List.of("91330226668486852Z"))), 400, "invalid-request");
        refused(webhook(TARGET, Map.of("types", List.of("everything"))), 400, "invalid-request");
        refused(webhook(TARGET, Map.of("minSeverity", "GRAVE")), 400, "invalid-request");
        refused(webhook(TARGET, Map.of("colour", "red")), 400, "invalid-request");
    }

    @Test
    void shouldLetAnEnterpriseSubscribeOnlyToItself() {
        created(enterprise, webhook(TARGET, Map.of("uscc", List.of(uscc))));

        Api.post(enterprise, PATH, webhook(TARGET, Map.of("uscc", List.of(uscc, Usccs.in("330226")))))
                .statusCode(403)
                .body("type", endsWith("/not-your-row"))
                .body("errors.pointer", contains("/filter/uscc/1"));
        String bureau = Tokens.of(Roles.BUREAU).areas("3302").build();
        created(bureau, webhook(TARGET, Map.of("areas", List.of("330226"))));
        Api.post(bureau, PATH, webhook(TARGET, Map.of("areas", List.of("33"))))
                .statusCode(403)
                .body("type", endsWith("/not-your-row"));
    }

    @Test
    void shouldHideSubscriptionsOfOthers() {
        String id = created(enterprise, webhook(TARGET, Map.of())).extract().path("id");
        String colleague =
                Tokens.of(Roles.ENTERPRISE).uscc(uscc).subject("colleague").build();
        String stranger = Tokens.of(Roles.ENTERPRISE)
                .uscc(Usccs.in("330226"))
                .subject("stranger")
                .build();
        String authority = Tokens.of(Roles.AUTHORITY).build();

        get(colleague, id).statusCode(200);
        get(stranger, id).statusCode(404);
        get(authority, id).statusCode(200);
        Api.get(stranger, PATH).body("items", hasSize(0));
        Api.get(colleague, PATH).body("items.id", contains(id));
        Api.get(authority, PATH).body("items.id", hasItem(id));
        Api.transition(stranger, PATH + "/" + id, 1, Map.of("action", "pause")).statusCode(404);
        Api.transition(authority, PATH + "/" + id, 1, Map.of("action", "pause")).statusCode(403);
    }

    @Test
    void shouldReplaceTransitionAndDeleteByVersion() {
        String id = created(integrator, webhook(TARGET, Map.of())).extract().path("id");
        Object other = webhook("http://127.0.0.1:18091/", Map.of("hsPrefixes", List.of("95")));

        Api.put(integrator, PATH + "/" + id, 7, other).statusCode(412);
        Api.put(integrator, PATH + "/" + id, 1, other)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("filter.hsPrefixes", contains("95"));
        Api.transition(integrator, PATH + "/" + id, 2, Map.of("action", "resume"))
                .statusCode(409)
                .body("allowedActions", hasItems("pause", "disable"));
        Api.transition(integrator, PATH + "/" + id, 2, Map.of("action", "fly")).statusCode(400);
        Api.as(integrator).delete(PATH + "/" + id).then().statusCode(428);
        Api.as(integrator)
                .header("If-Match", "\"2\"")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(204);
        get(integrator, id).statusCode(404);
        Api.get(integrator, PATH).body("items.id", not(hasItem(id)));
    }

    @Test
    void shouldPageNewestFirst() {
        for (int i = 0; i < 3; i++) {
            created(integrator, webhook(TARGET, Map.of()));
        }
        ValidatableResponse page = Api.get(integrator, PATH + "?limit=2").body("items", hasSize(2));
        String cursor = page.extract().path("nextCursor");

        Api.get(integrator, PATH + "?limit=2&cursor=" + cursor)
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
        Api.get(integrator, PATH + "?limit=201").statusCode(400);
    }

    @Test
    void shouldPreviewWithoutKeyAndStoreNothing() {
        Api.as(integrator)
                .contentType("application/json")
                .body(Map.of("filter", Map.of("hsPrefixes", List.of("95"))))
                .post(PATH + "/preview")
                .then()
                .statusCode(200)
                .body("matched", equalTo(0));
    }

    @Test
    void shouldListKeysWithoutSecrets() {
        String id = created(integrator, webhook(TARGET, Map.of())).extract().path("id");
        Api.post(integrator, PATH + "/" + id + "/secret-rotations", Map.of()).statusCode(201);

        Api.get(integrator, PATH + "/" + id + "/keys")
                .statusCode(200)
                .body("items.algorithm", containsInAnyOrder("v1", "v1", "v1a"))
                .body("items.find { it.algorithm == 'v1a' }.publicKey", startsWith("whpk_"))
                .body("items.find { it.algorithm == 'v1a' }.expiresAt", nullValue())
                .body("items.secret", not(hasItem(not(nullValue()))));
    }

    private void refused(Object body, int status, String slug) {
        Api.post(integrator, PATH, body).statusCode(status).body("type", endsWith("/" + slug));
    }

    private static ValidatableResponse created(String token, Object body) {
        return Api.post(token, PATH, body).statusCode(201);
    }

    private static ValidatableResponse get(String token, String id) {
        return Api.get(token, PATH + "/" + id);
    }

    private static String idOf(String body) {
        return io.restassured.path.json.JsonPath.from(body).getString("id");
    }

    private static Map<String, Object> webhook(String target, Map<String, Object> filter) {
        return Map.of("channel", "WEBHOOK", "target", target, "filter", filter);
    }
}
