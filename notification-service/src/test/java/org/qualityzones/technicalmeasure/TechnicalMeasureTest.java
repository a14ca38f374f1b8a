package org.qualityzones.technicalmeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class TechnicalMeasureTest {

    private static final String PATH = "/api/v1/technical-measures";

    private final String authority = Tokens.of(Roles.AUTHORITY).build();
    private final String ningbo =
            Tokens.of(Roles.BUREAU).areas("3302").bureau("ningbo").build();
    private final String zhejiang = Tokens.of(Roles.BUREAU)
            .areas("3301")
            .bureau("zhejiang")
            .subject("zhejiang")
            .build();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldRecordANotificationOnceForEachSymbol() {
        String id = id("G/TBT/N/USA/1364/Add.5", Map.of());

        Api.get(Tokens.of(Roles.ENTERPRISE).build(), PATH + "/" + id)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("member", equalTo("US"))
                .body("hsPrefixes", contains("9503"))
                .body("status", equalTo("OPEN_FOR_COMMENT"));
        Api.post(ningbo, PATH, measure("G/TBT/N/USA/1364/Add.5", Map.of()))
                .statusCode(409)
                .body("type", endsWith("/duplicate"));
        Api.get(authority, PATH + "/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void shouldFollowWhatBecomesOfAMeasure() {
        String id = id("G/TBT/N/EU/900", Map.of("member", "EU"));
        Map<String, Object> adopted = measure("G/TBT/N/EU/900", Map.of("member", "EU", "adoptionOn", "2020-01-01"));

        Api.put(zhejiang, PATH + "/" + id, 1, adopted).statusCode(403).body("type", endsWith("/not-your-row"));
        Api.put(ningbo, PATH + "/" + id, 2, adopted).statusCode(412);
        Api.put(ningbo, PATH + "/" + id, 1, adopted)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("ADOPTED"));
        Api.put(authority, PATH + "/" + id, 2, measure("G/TBT/N/EU/901", Map.of()))
                .statusCode(400)
                .body("errors[0].code", equalTo("unchangeable"));
        Api.put(authority, PATH + "/" + id, 2, measure("G/TBT/N/EU/900", Map.of("withdrawnOn", "2026-05-01")))
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void shouldListByEachFilterNewestFirst() {
        String toys = id("G/TBT/N/USA/1", Map.of("hsPrefixes", List.of("9503")));
        String dolls = id("G/TBT/N/EU/1", Map.of("member", "EU", "hsPrefixes", List.of("95030021")));
        String food = id(
                "G/SPS/N/JPN/1",
                Map.of("kind", "SPS", "member", "JP", "hsPrefixes", List.of(), "notifiedOn", "2020-01-01"));

        Api.get(authority, PATH).body("items.id", contains(food, dolls, toys));
        Api.get(authority, PATH + "?limit=2").body("items.id", contains(food, dolls));
        Api.get(authority, PATH + "?kind=TBT").body("items.id", contains(dolls, toys));
        Api.get(authority, PATH + "?member=JP").body("items.id", contains(food));
        Api.get(authority, PATH + "?hs=95").body("items.id", contains(dolls, toys));
        Api.get(authority, PATH + "?hs=9503002100").body("items.id", contains(dolls, toys));
        Api.get(authority, PATH + "?hs=95030010").body("items.id", contains(toys));
        Api.get(authority, PATH + "?hs=9504").body("items", hasSize(0));
        Api.get(authority, PATH + "?from=2026-01-01").body("items.id", contains(dolls, toys));
        Api.get(authority, PATH + "?hs=950").statusCode(400);
        Api.get(authority, PATH + "?kind=STC").statusCode(400);
    }

    @Test
    void shouldFindByTheStatusThatItShows() {
        Stream.of(
                        Map.<String, Object>of(),
                        Map.<String, Object>of("commentUntil", "2026-05-02"),
                        Map.<String, Object>of("adoptionOn", "2026-05-02"),
                        Map.<String, Object>of("entryIntoForceOn", "2026-05-02"),
                        Map.<String, Object>of("withdrawnOn", "2026-05-02"))
                .forEach(dates -> id("G/TBT/N/USA/" + Math.abs(dates.hashCode() % 9999), dates));

        for (MeasureStatus status : MeasureStatus.values()) {
            assertThat(Api.get(authority, PATH + "?status=" + status).extract().<List<String>>path("items.status"))
                    .containsExactly(status.name());
        }
    }

    @Test
    void shouldNameEachFieldThatIsWrong() {
        refused("symbol", "TBT/1");
        refused("symbol", "G/TBT/" + "1".repeat(59));
        refused("kind", "STC");
        refused("kind", "SPS");
        refused("member", "XX");
        refused("member", "USA");
        refused("title", "x".repeat(501));
        refused("agency", "x".repeat(201));
        refused("products", "x".repeat(501));
        refused("hsPrefixes", List.of("950"));
        refused("objective", "x".repeat(501));
        refused("notifiedOn", null);
        refused("notifiedOn", "05/2026");
        refused("withdrawnOn", "2026-04-30");
        refused("url", "javascript:alert(1)");
        Api.post(ningbo, PATH, measure("G/TBT/" + "1".repeat(58), Map.of("title", "x".repeat(500))))
                .statusCode(201);
    }

    private void refused(String field, Object value) {
        Map<String, Object> body = new HashMap<>(measure("G/TBT/N/USA/1", Map.of()));
        body.put(field, value);
        Api.post(ningbo, PATH, body).statusCode(400).body("errors[0].pointer", startsWith("/" + field));
    }

    private String id(String symbol, Map<String, Object> more) {
        return Api.post(ningbo, PATH, measure(symbol, more))
                .statusCode(201)
                .header("Location", startsWith(PATH + "/"))
                .extract()
                .path("id");
    }

    private static Map<String, Object> measure(String symbol, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "symbol",
                symbol,
                "kind",
                "TBT",
                "member",
                "US",
                "title",
                "Safety of toys",
                "hsPrefixes",
                List.of("9503"),
                "notifiedOn",
                "2026-05-01"));
        body.putAll(more);
        return body;
    }
}
