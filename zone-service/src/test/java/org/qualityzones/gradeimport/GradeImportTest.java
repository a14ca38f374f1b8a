package org.qualityzones.gradeimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.zone.Callers;

@QuarkusTest
@WithServers("zone")
class GradeImportTest {
    private static final String HEADER =
            "code,nameZh,nameEn,areaCode,industryZh,industryEn,hsPrefixes,level,gradedFrom,gradedUntil,provenance,source\n";
    private static final String NINGHAI =
            "ninghai-stationery,宁海文具,Ninghai stationery,330226,文具,stationery,9608 9609,PROVINCIAL,2016-06-01,,SEED,seed 002\n";

    @BeforeEach
    void emptyDatabase() {
        Database.truncate();
    }

    @Test
    void shouldEnterTheNineNationalZonesOfTheFirstBatch() throws IOException {
        List<JsonNode> rows = outcome(post("text/csv", firstBatch()));

        assertThat(rows).hasSize(9).allMatch(row -> row.get("status").asText().equals("created"));
        Api.anonymous()
                .get("/public/v1/zones?level=NATIONAL")
                .then()
                .body("items", hasSize(9))
                .body("items.code", hasItem("shenyang-machine-tools"));
        Api.get(Callers.auditor(), "/api/v1/zones/kunshan-bicycles")
                .body("status", equalTo("ACTIVE"))
                .body("gradedFrom", equalTo("2013-08-02"))
                .body("gradeSource.provenance", equalTo("FOUND"));
        assertThat(Database.number("select count(*) from outbox")).isEqualTo(9);
    }

    @Test
    void shouldChangeNothingTheSecondTime() throws IOException {
        outcome(post("text/csv", firstBatch()));
        List<JsonNode> rows = outcome(post("text/csv", firstBatch()));

        assertThat(rows).hasSize(9).allMatch(row -> row.get("status").asText().equals("unchanged"));
        assertThat(Database.number("select max(version) from zone")).isOne();
        assertThat(Database.number("select count(*) from outbox")).isEqualTo(9);
    }

    @Test
    void shouldKnowTheGradeFromItsFirstDayButNotBeforeItWasImported() throws IOException {
        Instant before = Instant.now();
        outcome(post("text/csv", firstBatch()));

        String zone = "/api/v1/zones/kunshan-bicycles";
        Api.get(Callers.auditor(), zone + "?asOf=2014-01-01T00:00:00Z").statusCode(200);
        Api.get(Callers.auditor(), zone + "?asOf=2013-08-01T15:59:59Z").statusCode(404);
        Api.get(Callers.auditor(), zone + "?asOf=2013-08-01T16:00:00Z").statusCode(200);
        Api.get(Callers.auditor(), zone + "?asOf=2014-01-01T00:00:00Z&knownAt=" + before)
                .statusCode(404);
    }

    @Test
    void shouldKeepGoodRowsAndNameBadOnes() throws IOException {
        List<JsonNode> rows = outcome(post(
                "text/csv",
                HEADER
                        + NINGHAI
                        + NINGHAI.replace("ninghai-stationery", "zone-b").replace("330226", "3302")
                        + NINGHAI.replace("ninghai-stationery", "zone-c").replace("2016-06-01", "soon")
                        + NINGHAI.replace("ninghai-stationery", "zone-d").replace("PROVINCIAL", "NONE")
                        + "too,few\n"
                        + NINGHAI.replace("ninghai-stationery", "zone-e")));

        assertThat(rows.stream().map(row -> row.get("status").asText()))
                .containsExactly("created", "refused", "refused", "refused", "refused", "created");
        assertThat(rows.get(1).at("/problem/errors/0/pointer").asText()).isEqualTo("/areaCode");
        assertThat(rows.get(2).at("/problem/errors/0/pointer").asText()).isEqualTo("/gradedFrom");
        assertThat(rows.get(3).at("/problem/errors/0/code").asText()).isEqualTo("level-awarded");
    }

    @Test
    void shouldAddALaterGradeAndRefuseAnEarlierOne() throws IOException {
        outcome(post("text/csv", HEADER + NINGHAI));
        List<JsonNode> later =
                outcome(post("text/csv", HEADER + NINGHAI.replace("PROVINCIAL,2016-06-01", "NATIONAL,2020-01-01")));
        List<JsonNode> earlier =
                outcome(post("text/csv", HEADER + NINGHAI.replace("PROVINCIAL,2016-06-01", "PROVINCIAL,2010-01-01")));

        assertThat(later.getFirst().get("status").asText()).isEqualTo("updated");
        assertThat(earlier.getFirst().get("status").asText()).isEqualTo("refused");
        Api.get(Callers.auditor(), "/api/v1/zones/ninghai-stationery?asOf=2018-01-01T00:00:00Z")
                .body("level", equalTo("PROVINCIAL"));
        Api.get(Callers.auditor(), "/api/v1/zones/ninghai-stationery").body("level", equalTo("NATIONAL"));
        Api.get(Callers.auditor(), "/api/v1/zones/ninghai-stationery/grades").body("items", hasSize(2));
    }

    @Test
    void shouldReadLinesOfJsonToo() throws IOException {
        List<JsonNode> rows = outcome(post("application/x-ndjson", """
                {"code":"ninghai-stationery","name":{"zh":"宁海文具"},"areaCode":"330226","industry":{"zh":"文具"},\
                "hsPrefixes":["9608"],"level":"PROVINCIAL","gradedFrom":"2016-06-01","provenance":"SEED","source":"seed 002"}
                {"code":
                {"code":"zone-b","unknown":1}
                """));

        assertThat(rows.stream().map(row -> row.get("status").asText()))
                .containsExactly("created", "refused", "refused");
    }

    @Test
    void shouldFailAFileWithAnotherHeader() {
        String job = post("text/csv", "a,b\n1,2\n").statusCode(202).extract().header("Location");
        finished(job, "FAILED").body("failure", org.hamcrest.Matchers.containsString("code,nameZh"));
    }

    @Test
    void shouldAskForTheTypeOfTheFile() throws IOException, InterruptedException {
        assertThat(bare(HttpRequest.BodyPublishers.ofString(HEADER), "application/json"))
                .isEqualTo(415);
        assertThat(bare(HttpRequest.BodyPublishers.ofString(HEADER), null)).isEqualTo(415);
    }

    private static int bare(HttpRequest.BodyPublisher body, String type) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/zones/imports"))
                .header("Authorization", "Bearer " + Callers.authority())
                .header("Idempotency-Key", Api.newKey())
                .POST(body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void shouldBeTheAuthoritysAlone() {
        Api.as(Callers.ningbo())
                .header("Idempotency-Key", Api.newKey())
                .contentType("text/csv")
                .body(HEADER)
                .post("/api/v1/zones/imports")
                .then()
                .statusCode(403);
    }

    private static String firstBatch() throws IOException {
        try (InputStream file = GradeImportTest.class.getResourceAsStream("/reference/national-zones-2013.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ValidatableResponse post(String type, String file) {
        return Api.as(Callers.authority())
                .header("Idempotency-Key", Api.newKey())
                .contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/zones/imports")
                .then();
    }

    private static List<JsonNode> outcome(ValidatableResponse accepted) throws IOException {
        String job = accepted.statusCode(202).extract().header("Location");
        String result = finished(job, "SUCCEEDED").extract().path("resultUrl");
        List<JsonNode> rows = new ArrayList<>();
        String lines =
                Api.get(Callers.authority(), result).statusCode(200).extract().asString();
        for (String line : lines.split("\n", -1)) {
            if (!line.isBlank()) {
                rows.add(new ObjectMapper().readTree(line));
            }
        }
        return rows;
    }

    private static ValidatableResponse finished(String job, String state) {
        Awaitility.await().until(() -> !Api.get(Callers.authority(), job)
                .extract()
                .path("state")
                .equals("RUNNING"));
        return Api.get(Callers.authority(), job).body("state", equalTo(state));
    }
}
