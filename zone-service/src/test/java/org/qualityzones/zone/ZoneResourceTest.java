package org.qualityzones.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("zone")
class ZoneResourceTest {
    static final String NINGHAI = """
            {"code":"ninghai-stationery","name":{"zh":"宁海文具","en":"Ninghai stationery"},"areaCode":"330226",
             "industry":{"zh":"文具","en":"stationery"},"hsPrefixes":["9608","9609"]}""";

    @BeforeEach
    void emptyDatabase() {
        Database.truncate();
    }

    @Test
    void shouldOpenAZoneInTheCallersArea() {
        Api.post(Callers.ninghai(), "/api/v1/zones", NINGHAI)
                .statusCode(201)
                .header("Location", "/api/v1/zones/ninghai-stationery")
                .header("ETag", "\"1\"")
                .body("level", equalTo("NONE"))
                .body("status", equalTo("CULTIVATING"))
                .body("gradedFrom", nullValue())
                .body("gradedUntil", nullValue())
                .body("hsPrefixes", contains("9608", "9609"))
                .body("version", equalTo(1));

        Api.get(Callers.enterprise(), "/api/v1/zones/ninghai-stationery")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name.en", equalTo("Ninghai stationery"));
        assertThat(Database.number("select count(*) from outbox where type = 'org.qualityzones.zone.created.v1'"))
                .isOne();
        assertThat(Database.number("select count(*) from audit_entry where action = 'zone.create'"))
                .isOne();
    }

    @Test
    void shouldRefuseAnAreaOfSomebodyElse() {
        Api.post(Callers.ninghai(), "/api/v1/zones", NINGHAI.replace("330226", "330282"))
                .statusCode(403)
                .body("type", org.hamcrest.Matchers.endsWith("/not-your-row"))
                .body("errors[0].pointer", equalTo("/areaCode"));
        assertThat(Database.number("select count(*) from zone")).isZero();
    }

    @Test
    void shouldRefuseATakenCode() {
        Api.post(Callers.ninghai(), "/api/v1/zones", NINGHAI).statusCode(201);
        Api.post(Callers.ninghai(), "/api/v1/zones", NINGHAI).statusCode(409);
    }

    @Test
    void shouldAnswerTheSameBytesForTheSameKey() {
        String key = Api.newKey();
        String first = Api.post(Callers.ninghai(), key, "/api/v1/zones", NINGHAI)
                .statusCode(201)
                .extract()
                .asString();
        Api.post(Callers.ninghai(), key, "/api/v1/zones", NINGHAI)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"code\":\"ninghai-stationery\" | \"code\":\"Ninghai\" | /code",
                "\"code\":\"ninghai-stationery\" | \"code\":\"ab\" | /code",
                "\"areaCode\":\"330226\" | \"areaCode\":\"33022\" | /areaCode",
                "\"9608\",\"9609\" | \"960\" | /hsPrefixes/0",
                "\"9608\",\"9609\" | \"9608\",\"98\" | /hsPrefixes/1",
                "\"9608\",\"9609\" | '' | /hsPrefixes",
                "\"zh\":\"宁海文具\",\"en\":\"Ninghai stationery\" | '' | /name",
            })
    void shouldNameThePlaceOfBadInput(String good, String bad, String pointer) {
        Api.post(Callers.ninghai(), "/api/v1/zones", NINGHAI.replace(good, bad))
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void shouldFindZonesByAreaHeadingLevelAndStatus() {
        Api.post(Callers.ninghai(), "/api/v1/zones", NINGHAI).statusCode(201);
        Api.post(
                        Callers.ninghai(),
                        "/api/v1/zones",
                        NINGHAI.replace("ninghai-stationery", "ninghai-moulds")
                                .replace("\"9608\",\"9609\"", "\"8480\""))
                .statusCode(201);

        assertCodes("area=3302", "ninghai-moulds", "ninghai-stationery");
        assertCodes("area=330200", "ninghai-moulds", "ninghai-stationery");
        assertCodes("area=3303");
        assertCodes("hs=9608100000", "ninghai-stationery");
        assertCodes("hs=96", "ninghai-stationery");
        assertCodes("hs=8480", "ninghai-moulds");
        assertCodes("level=NONE&status=CULTIVATING&hs=8480&area=33", "ninghai-moulds");
        assertCodes("level=NATIONAL");
    }

    @Test
    void shouldPageThroughTheListNewestFirst() {
        for (String code : List.of("zone-one", "zone-two", "zone-three")) {
            Api.post(Callers.ninghai(), "/api/v1/zones", NINGHAI.replace("ninghai-stationery", code))
                    .statusCode(201);
        }
        String cursor = Api.get(Callers.auditor(), "/api/v1/zones?limit=2")
                .statusCode(200)
                .body("items.code", contains("zone-three", "zone-two"))
                .extract()
                .path("nextCursor");
        Api.get(Callers.auditor(), "/api/v1/zones?limit=2&cursor=" + cursor)
                .statusCode(200)
                .body("items.code", contains("zone-one"))
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"limit=201", "limit=0", "level=BIG", "status=GONE", "area=330", "hs=960", "asOf=yesterday"})
    void shouldRefuseQueriesThatMakeNoSense(String query) {
        String path = query.startsWith("asOf") ? "/api/v1/zones/ninghai-stationery?" : "/api/v1/zones?";
        Api.get(Callers.auditor(), path + query).statusCode(400);
    }

    @Test
    void shouldAmendWithTheRightVersionOnly() {
        Api.post(Callers.ninghai(), "/api/v1/zones", NINGHAI).statusCode(201);
        String amended = """
                {"name":{"zh":"宁海文具"},"industry":{"zh":"文具","en":"stationery"},"hsPrefixes":["9608","9609","4820"]}""";

        Api.put(Callers.ninghai(), "/api/v1/zones/ninghai-stationery", 7, amended)
                .statusCode(412);
        Api.as(Callers.ninghai())
                .contentType("application/json")
                .body(amended)
                .put("/api/v1/zones/ninghai-stationery")
                .then()
                .statusCode(428);
        Api.put(Callers.ninghai(), "/api/v1/zones/ninghai-stationery", 1, amended)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("hsPrefixes", containsInAnyOrder("4820", "9608", "9609"));
        Api.put(Callers.ninghai(), "/api/v1/zones/ninghai-stationery", 2, amended)
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void shouldAnswerWhatWasKnownBefore() {
        Api.post(Callers.ninghai(), "/api/v1/zones", NINGHAI).statusCode(201);
        Instant between = Instant.now();
        Api.put(Callers.ninghai(), "/api/v1/zones/ninghai-stationery", 1, """
                        {"name":{"zh":"宁海"},"industry":{"zh":"文具","en":"stationery"},"hsPrefixes":["9608","9609"]}""").statusCode(200);

        Api.get(Callers.auditor(), "/api/v1/zones/ninghai-stationery?asOf=" + between)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name.zh", equalTo("宁海文具"));
        Api.get(Callers.auditor(), "/api/v1/zones/ninghai-stationery?asOf=2012-01-01T00:00:00Z")
                .statusCode(404);
    }

    @Test
    void shouldShowTheRegisterToAnyone() {
        Api.post(Callers.ninghai(), "/api/v1/zones", NINGHAI).statusCode(201);

        Api.anonymous()
                .get("/public/v1/zones?hs=9608")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=60")
                .body("items.code", contains("ninghai-stationery"));
        Api.anonymous()
                .get("/public/v1/zones/ninghai-stationery")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "public, max-age=60");
        Api.anonymous()
                .header("If-None-Match", "\"1\"")
                .get("/public/v1/zones/ninghai-stationery")
                .then()
                .statusCode(304);
        Api.anonymous().get("/public/v1/zones/nowhere").then().statusCode(404);
    }

    @Test
    void shouldServeItsWorkflows() {
        Api.get(Callers.auditor(), "/api/v1/zone/workflows").statusCode(200);
        Api.get(Callers.auditor(), "/api/v1/zone/workflows/zone")
                .statusCode(200)
                .body("states", hasItem("UNDER_REVIEW"))
                .body("actions.name", hasItem("order-rectification"));
    }

    private static void assertCodes(String query, String... codes) {
        Api.get(Callers.auditor(), "/api/v1/zones?" + query)
                .statusCode(200)
                .body("items.code", codes.length == 0 ? empty() : contains(codes));
    }
}
