package org.qualityzones.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;

/** Versions, pages and state machines, as every service answers them. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class ResourceConventionsTest {

    private static final String SAMPLES = "/api/v1/samples";

    private final String token = Tokens.of(Roles.BUREAU).build();

    @BeforeEach
    void empty() {
        Database.truncate();
    }

    @Test
    void shouldReadItsOwnWrite() {
        String path = create("abc");

        Api.get(token, path).statusCode(200).header("ETag", "\"1\"").body("code", equalTo("abc"));
    }

    @Test
    void shouldRequireTheVersionThatWasRead() {
        String path = create("abc");

        ProblemsTest.isProblem(
                Api.as(token).contentType(ContentType.JSON).put(path).then(), 428, "precondition-required");
        Api.put(token, path, 1, "{}").statusCode(200).header("ETag", "\"2\"");
        ProblemsTest.isProblem(Api.put(token, path, 1, "{}"), 412, "stale-version")
                .header("ETag", "\"2\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'W/\"1\"', 412, stale-version",
        "'\"0\", \"7\"', 412, stale-version",
        "1, 400, invalid-request",
        "*, 400, invalid-request",
        "'', 400, invalid-request",
    })
    void shouldCompareETagsStrongly(String header, int status, String slug) {
        ProblemsTest.isProblem(
                Api.as(token).header("If-Match", header).put(create("abc")).then(), status, slug);
    }

    @Test
    void shouldTakeTheVersionInAList() {
        Api.as(token)
                .header("If-Match", "\"0\", \"1\"")
                .put(create("abc"))
                .then()
                .statusCode(200);
    }

    @Test
    void shouldNeedNoVersionForADryRun() {
        String path = create("abc");

        Api.as(token)
                .contentType(ContentType.JSON)
                .body("{\"action\":\"close\"}")
                .post(path + "/transitions?dryRun=true")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        Api.get(token, path).header("ETag", "\"1\"");
    }

    @Test
    void shouldPageThroughAllRowsOnceWhileRowsAreAdded() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(create("sample-" + i));
        }
        Collections.reverse(ids);

        Response first = Api.get(token, SAMPLES + "?limit=2")
                .statusCode(200)
                .body("items", hasSize(2))
                .header("Link", matchesPattern("</api/v1/samples\\?limit=2&cursor=[\\w-]{22}>; rel=\"next\""))
                .extract()
                .response();
        create("later");
        String link = first.header("Link");
        Response second =
                Api.get(token, link.substring(1, link.indexOf('>'))).extract().response();
        Response last = Api.get(token, SAMPLES + "?limit=2&cursor=" + second.path("nextCursor"))
                .header("Link", nullValue())
                .body("nextCursor", nullValue())
                .extract()
                .response();

        List<String> seen = new ArrayList<>();
        for (Response page : List.of(first, second, last)) {
            page.jsonPath().getList("items.id", String.class).forEach(id -> seen.add(SAMPLES + '/' + id));
        }
        assertThat(seen).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=1.5",
                "limit=x",
                "limit=99999999999",
                "limit=",
                "limit"
            })
    void shouldRefuseALimitOutOfRange(String query) {
        ProblemsTest.isProblem(Api.get(token, SAMPLES + '?' + query), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "limit=200", "limit=050"})
    void shouldTakeALimitInRange(String query) {
        Api.get(token, SAMPLES + '?' + query).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "!!!!!!!!!!!!!!!!!!!!!!", ""})
    void shouldRefuseACursorOfNoPage(String cursor) {
        ProblemsTest.isProblem(Api.get(token, SAMPLES + "?cursor=" + cursor), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("cursor"));
    }

    @Test
    void shouldServeStateMachinesAsData() {
        Api.get(token, "/api/v1/sample/workflows").statusCode(200).body("items.name", contains("sample"));
        Api.get(token, "/api/v1/sample/workflows/sample")
                .statusCode(200)
                .body("initial", equalTo("OPEN"))
                .body("states", contains("OPEN", "CLOSED"))
                .body("actions[0].name", equalTo("close"))
                .body("actions[0].from", contains("OPEN"))
                .body("actions[0].to", equalTo("CLOSED"))
                .body("actions[0].roles", contains("authority", "bureau"))
                .body("actions[0].guard", equalTo("nothing is due"));
        ProblemsTest.isProblem(Api.get(token, "/api/v1/sample/workflows/other"), 404, "not-found");
        ProblemsTest.isProblem(Api.get(token, "/api/v1/zone/workflows"), 404, "not-found");
        ProblemsTest.isProblem(
                Api.get(Tokens.of(Roles.OPERATOR).build(), "/api/v1/sample/workflows"), 403, "forbidden");
    }

    @Test
    void shouldRefuseIllegalTransitions() {
        String path = create("abc");
        String authority = Tokens.of(Roles.AUTHORITY).build();

        ProblemsTest.isProblem(transition(authority, path, "reopen"), 409, "illegal-transition")
                .body("state", equalTo("OPEN"))
                .body("allowedActions", contains("close"));
        ProblemsTest.isProblem(transition(token, path, "reopen"), 403, "forbidden");
        ProblemsTest.isProblem(transition(token, path, "burn"), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("/action"))
                .body("errors[0].code", equalTo("unknown-action"));
        transition(token, path, "close").statusCode(200).header("ETag", "\"2\"");
    }

    private ValidatableResponse transition(String as, String path, String action) {
        return Api.transition(as, path, 1, "{\"action\":\"" + action + "\"}");
    }

    private String create(String code) {
        return Api.post(token, SAMPLES, "{\"code\":\"" + code + "\"}")
                .statusCode(201)
                .extract()
                .header("Location");
    }
}
