package org.qualityzones.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
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
class ComplaintTest {

    private static final String OPEN = "/public/v1/complaints";
    private static final String PATH = "/api/v1/complaints";

    private final String uscc = Usccs.in("330226");
    private final String authority = Tokens.of(Roles.AUTHORITY).build();
    private final String ningbo = Tokens.of(Roles.BUREAU).areas("3302").build();
    private final String zhejiang =
            Tokens.of(Roles.BUREAU).areas("3301").subject("zhejiang").build();
    private final String address = UUID.randomUUID().toString();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldTakeAComplaintWithoutALoginAndShowTheWorldOnlyHowFarItIs() {
        String id = file(Map.of("text", "the wheel came off", "uscc", uscc))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", startsWith(OPEN + "/"))
                .body("status", equalTo("RECEIVED"))
                .extract()
                .path("id");

        Api.anonymous()
                .get(OPEN + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("RECEIVED"))
                .body("text", nullValue())
                .body("uscc", nullValue());
        Api.anonymous().get(OPEN + "/" + UUID.randomUUID()).then().statusCode(404);
        Api.anonymous().get(PATH + "/" + id).then().statusCode(401);
    }

    @Test
    void shouldKeepTheContactSealedAndForgetItAtTheEnd() {
        Map<String, Object> contact = Map.of("name", "Zhang San", "phone", "+86 574 8765 4321");
        String id = id(Map.of("text", "the wheel came off", "uscc", uscc, "contact", contact));
        assertThat(Database.number("select count(*) from complaint where contact is not null"
                        + " and position('Zhang'::bytea in contact) = 0"))
                .isEqualTo(1);

        Api.get(ningbo, PATH).body("items.id", contains(id)).body("items[0].contact", nullValue());
        Api.get(ningbo, PATH + "/" + id).statusCode(200).body("contact.phone", equalTo("+86 574 8765 4321"));
        assertThat(Database.number("select count(*) from audit_entry where action = 'complaint.read'"))
                .isEqualTo(1);
        move(ningbo, id, 1, Map.of("action", "accept")).statusCode(200).body("status", equalTo("ACCEPTED"));
        move(ningbo, id, 2, Map.of("action", "resolve")).statusCode(400);
        move(ningbo, id, 2, Map.of("action", "resolve", "reason", "lot recalled"))
                .statusCode(200)
                .body("answer", equalTo("lot recalled"))
                .body("endedAt", notNullValue());
        Api.get(ningbo, PATH + "/" + id).body("contact", nullValue());
        assertThat(Database.number("select count(*) from complaint where contact is not null"))
                .isZero();
        move(ningbo, id, 3, Map.of("action", "dismiss", "reason", "r")).statusCode(409);
        assertThat(Database.number("select count(*) from outbox"))
                .as("no event")
                .isZero();
    }

    @Test
    void shouldLeadEachComplaintToTheOfficeOfItsArea() {
        String ours = id(Map.of("text", "t", "uscc", uscc));
        String theirs = id(Map.of("text", "t", "uscc", uscc, "areaCode", "330110"));
        String nobodys = id(Map.of("text", "t"));

        Api.get(ningbo, PATH).body("items.id", contains(ours));
        Api.get(zhejiang, PATH).body("items.id", contains(theirs));
        Api.get(authority, PATH).body("items.id", contains(nobodys, theirs, ours));
        Api.get(authority, PATH + "?uscc=" + uscc + "&limit=1").body("items.id", contains(theirs));
        Api.get(authority, PATH + "?status=ACCEPTED").body("items", hasSize(0));
        Api.get(zhejiang, PATH + "/" + ours).statusCode(404);
        Api.get(ningbo, PATH + "/" + nobodys).statusCode(404);
        move(zhejiang, ours, 1, Map.of("action", "accept")).statusCode(404);
        move(ningbo, ours, 2, Map.of("action", "accept")).statusCode(412);
        move(authority, nobodys, 1, Map.of("action", "dismiss", "reason", "no goods named"))
                .statusCode(200);
    }

    @Test
    void shouldNameEachFieldThatIsWrong() {
        refused("text", null);
        refused("text", "x".repeat(501));
        refused("uscc", "91330226668486852Z");
        refused("areaCode", "990000");
        refused("product", "x".repeat(201));
        refused("lotNo", "x".repeat(65));
        refused("contact", Map.of("name", "Zhang San"));
        refused("contact", Map.of("phone", "1234"));
        refused("contact", Map.of("phone", "1".repeat(31)));
        refused("contact", Map.of("email", "zhang"));
        refused("contact", Map.of("email", "z@" + "x".repeat(191)));
        refused("unknown", "x");
        id(Map.of("text", "x".repeat(500), "contact", Map.of("phone", "1".repeat(30))));
    }

    @Test
    void shouldTakeAKeyAndReplayTheReceipt() {
        String key = Api.newKey();
        Map<String, Object> body = Map.of("text", "the wheel came off");
        String first = keyed(key, body).statusCode(201).extract().asString();

        assertThat(keyed(key, body).statusCode(201).extract().asString()).isEqualTo(first);
        keyed(key, Map.of("text", "another")).statusCode(422).body("type", endsWith("/key-reused"));
        assertThat(Database.number("select count(*) from complaint")).isEqualTo(1);
    }

    @Test
    void shouldTakeOnlySoManyFromOneAddressInAMinute() {
        ValidatableResponse last = file(Map.of("text", "again"));
        for (int i = 0; i < 20 && last.extract().statusCode() == 201; i++) {
            last = file(Map.of("text", "again"));
        }

        last.statusCode(429).header("Retry-After", notNullValue()).body("type", endsWith("/too-many-requests"));
    }

    private void refused(String field, Object value) {
        Map<String, Object> body = new HashMap<>(Map.of("text", "the wheel came off"));
        body.put(field, value);
        Api.anonymous()
                .header("X-Forwarded-For", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(OPEN)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", startsWith("/" + field));
    }

    private ValidatableResponse file(Map<String, Object> body) {
        return Api.anonymous()
                .header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(body)
                .post(OPEN)
                .then();
    }

    private ValidatableResponse keyed(String key, Map<String, Object> body) {
        return Api.anonymous()
                .header("X-Forwarded-For", address)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(OPEN)
                .then();
    }

    private static ValidatableResponse move(String token, String id, long version, Map<String, Object> command) {
        return Api.transition(token, PATH + "/" + id, version, command);
    }

    private String id(Map<String, Object> body) {
        return file(body).statusCode(201).extract().path("id");
    }
}
