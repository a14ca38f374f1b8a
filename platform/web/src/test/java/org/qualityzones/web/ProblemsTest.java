package org.qualityzones.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;

/** Every refusal is a problem of RFC 9457 that names the place and leaks nothing. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class ProblemsTest {

    private static final String ECHO = "/api/v1/samples/echo";

    private final String token = Tokens.of(Roles.BUREAU).areas("3302").build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"code":"abc"                                   |                  | malformed-json
            {"code":"abc",}                                 |                  | malformed-json
            {"code":"abc"} {"code":"abd"}                   |                  | malformed-json
            {"code":"abc"}]                                 |                  | malformed-json
            {"code":"abc","code":"abd"}                     |                  | duplicate-field
            {"code":"abc","size":1}                         | /size            | unknown-field
            {"code":"abc","lines":[{"hsCode":"960810","x":1}]} | /lines/0/x    | unknown-field
            {"code":"abc","kind":0}                         | /kind            | unknown-value
            {"code":"abc","kind":"round"}                   | /kind            | unknown-value
            {"code":"abc","kind":""}                        | /kind            | unknown-value
            {"code":"abc","count":"1"}                      | /count           | type
            {"code":"abc","count":1.5}                      | /count           | type
            {"code":"abc","count":99999999999}              | /count           | type
            {"code":"abc","flag":"true"}                    | /flag            | type
            {"code":"abc","flag":1}                         | /flag            | type
            {"code":123}                                    | /code            | type
            {"code":true}                                   | /code            | type
            {"code":["abc"]}                                | /code            | type
            {"code":{"a":1}}                                | /code            | type
            {"code":"abc","at":"yesterday"}                 | /at              | instant
            {"code":"abc","at":1732000000}                  | /at              | instant
            {"code":"abc","at":"2026-11-21"}                | /at              | instant
            {"code":"abc","day":"2026-02-30"}               | /day             | date
            {"code":"abc","day":"2026-11-21T00:00:00Z"}     | /day             | date
            {"code":"abc","day":[2026,11,21]}               | /day             | date
            {"code":"abc","ref":"AAAAAAAAAAAAAAAAAAAAAA=="} | /ref             | uuid
            {"code":"abc","name":"Ninghai"}                 | /name            | type
            {"code":"abc","name":{}}                        | /name            | at-least-one-name
            {"code":"abc","quantity":{"value":"1e3","unit":"H87"}} | /quantity/value | type
            {"code":"abc","quantity":{"value":"abc","unit":"H87"}} | /quantity/value | type
            {"code":"abc","quantity":{"value":"0","unit":"H87"}}   | /quantity/value | quantity-value
            {"code":"abc","quantity":{"value":"1.2345","unit":"H87"}} | /quantity/value | quantity-value
            {"code":"abc","quantity":{"value":1000000000001,"unit":"H87"}} | /quantity/value | quantity-value
            {"code":"abc","quantity":{"value":"1"}}         | /quantity/unit   | required
            {"code":"abc","value":{"amount":"1.234","currency":"USD"}} | /value/amount | amount
            {"code":"abc","value":{"amount":1,"currency":"USD"}} | /value/amount | type
            {"code":"abc","value":{"amount":"1","currency":"usd"}} | /value/currency | currency-code
            {"code":"abc","remark":"  "}                    | /remark          | blank
            {"code":"abc","remark":"a\\u0000b"}             | /remark          | control-character
            {"code":"abc","remark":"a\\nb"}                 | /remark          | control-character
            {"code":"abc","remark":"a\\ud800b"}             | /remark          | control-character
            {"code":"abc","labels":{"a":"b\\tc"}}           | /labels/a        | control-character
            {"code":"abc","country":"XX"}                   | /country         | country-code
            {"code":"abc","unit":"pieces"}                  | /unit            | unit-code
            {"code":"abc","uscc":"123456789012345678"}      | /uscc            | uscc-organization-check-digit
            {"code":"abc","uscc":"91350100M000100Y44"}      | /uscc            | uscc-check-digit
            {"code":"abc","lines":[{"hsCode":"96081"}]}     | /lines/0/hsCode  | hs-code
            {"code":"abc","lines":[{"hsCode":"960810"},{"hsCode":"9808100000"}]} | /lines/1/hsCode | hs-code
            {"code":"abc","lines":[null]}                   | /lines/0         | required
            {"code":"abc","lines":[{"hsCode":"960810"},{"hsCode":"960810"},{"hsCode":"960810"},{"hsCode":"960810"}]} | /lines | size
            {"code":"abc","lines":{}}                       | /lines           | type
            {"code":"Abc"}                                  | /code            | zone-code
            {}                                              | /code            | required
            null                                            |                  | required
            []                                              |                  | type
            "abc"                                           |                  | type
            """)
    void shouldNameThePlaceAndTheCodeOfWrongInput(String body, String pointer, String code) {
        refusedEcho(body)
                .body("errors[0].pointer", equalTo(pointer == null ? "" : pointer))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].detail", notNullValue())
                .body("detail", not(containsString("org.qualityzones")))
                .body("detail", not(containsString("java.")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"flag":true}              | /count | required
            {"count":null,"flag":true} | /count | required
            {"count":1}                | /flag  | required
            {"count":"1","flag":true}  | /count | type
            {"count":1,"flag":true,"share":"1"}       | /share | type
            {"count":1,"flag":true,"share":1e1000000} | /share | type
            """)
    void shouldNotMakeUpMissingPrimitives(String body, String pointer, String code) {
        isProblem(Api.post(token, "/api/v1/samples/primitives", body), 400, "invalid-request")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldTellWhereJsonIsMalformed() {
        refusedEcho("{\n  \"code\": abc\n}").body("detail", containsString("line 2"));
    }

    @Test
    void shouldRefuseAnEmptyBody() {
        refusedEcho("").body("errors[0].code", equalTo("required"));
    }

    @Test
    void shouldRefuseABodyThatIsNotUtf8() {
        byte[] body = {'{', '"', 'c', 'o', 'd', 'e', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};

        isProblem(
                Api.as(token)
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(ECHO)
                        .then(),
                400,
                "invalid-request");
    }

    @Test
    void shouldRefuseNestingBeyondThirtyTwoLevels() {
        String deep = "[".repeat(33) + "]".repeat(33);

        refusedEcho("{\"code\":\"abc\",\"labels\":" + deep + "}").body("errors[0].code", notNullValue());
        refusedEcho("{\"x\":" + "{\"x\":".repeat(40) + "1" + "}".repeat(41)).body("status", equalTo(400));
    }

    @Test
    void shouldNameEveryWrongField() {
        refusedEcho("{\"code\":\"X\",\"count\":10,\"remark\":\" \"}")
                .body("errors.pointer", hasItems("/code", "/count", "/remark"))
                .body("errors.code", hasItems("zone-code", "max", "blank"));
    }

    @Test
    void shouldRefuseOverlongTexts() {
        refusedEcho("{\"code\":\"abc\",\"labels\":{\"a\":\"" + "x".repeat(501) + "\"}}")
                .body("errors[0].pointer", equalTo("/labels/a"))
                .body("errors[0].code", equalTo("too-long"));
        refusedEcho("{\"code\":\"abc\",\"reference\":\"" + "x".repeat(65) + "\"}")
                .body("errors[0].code", equalTo("too-long"));
        echo("{\"code\":\"abc\",\"remark\":\"" + "中".repeat(500) + "\"}").statusCode(200);
    }

    @Test
    void shouldTakeNumbersForQuantitiesAndAnswerThemAsText() {
        echo("{\"code\":\"abc\",\"quantity\":{\"value\":1200.50,\"unit\":\"H87\"}}")
                .statusCode(200)
                .body("quantity.value", equalTo("1200.5"));
    }

    @Test
    void shouldAnswerInstantsInUtc() {
        echo("{\"code\":\"abc\",\"at\":\"2026-11-21T16:30:00+08:00\"}")
                .statusCode(200)
                .body("at", equalTo("2026-11-21T08:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-13-01, from, date",
        "from=0000-12-31, from, date",
        "at=now, at, instant",
        "kind=round, kind, unknown-value",
        "ref=1, ref, uuid",
        "size=a, size, integer",
        "size=0, size, min",
        "hs=12345, hs, hs-code",
        "asOf=2026, asOf, instant",
    })
    void shouldNameTheWrongParameter(String query, String parameter, String code) {
        isProblem(Api.get(token, "/api/v1/samples/query?" + query), 400, "invalid-request")
                .body("errors[0].parameter", equalTo(parameter))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldAnswerUnknownPathsAndResources() {
        isProblem(Api.get(token, "/api/v1/nothing"), 404, "not-found");
        isProblem(Api.anonymous().get("/nothing/at/all").then(), 404, "not-found");
        isProblem(Api.get(token, "/api/v1/samples/0192f0c1-0000-7000-8000-000000000000"), 404, "not-found");
        isProblem(Api.get(token, "/api/v1/samples/not-a-uuid"), 404, "not-found");
    }

    @Test
    void shouldAnswerWrongMethodsAndMediaTypes() {
        isProblem(Api.as(token).delete("/api/v1/samples").then(), 405, "method-not-allowed")
                .header("Allow", containsString("GET"));
        isProblem(Api.as(token).accept("application/xml").get("/api/v1/samples").then(), 406, "not-acceptable");
        isProblem(Api.as(token).contentType("text/xml").body("<a/>").post(ECHO).then(), 415, "unsupported-media-type");
    }

    @Test
    void shouldNotGuessAMissingContentType() {
        Response response = Api.as(token).config(withoutDefaultCharset()).post(ECHO);

        assertThat(response.statusCode()).isIn(400, 415);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void shouldKeepTheIdsOfParallelRequestsApart() {
        IntStream.range(0, 200).parallel().mapToObj(i -> "request-" + i).forEach(id -> Api.as(token)
                .header("X-Request-Id", id)
                .get("/api/v1/samples/who")
                .then()
                .header("X-Request-Id", id)
                .body("requestId", equalTo(id)));
    }

    @Test
    void shouldLogAFailureOnceWithItsStackAndTheClientsMistakesNever() {
        try (LogWatch log = new LogWatch()) {
            Api.get(token, "/api/v1/samples/failure").statusCode(500);
            refusedEcho("{nonsense");
            Api.get(token, "/api/v1/nothing").statusCode(404);

            assertThat(log.warningsAndErrors()).hasSize(1).allSatisfy(entry -> assertThat(entry.getThrown())
                    .hasMessage("secret inner detail"));
        }
    }

    @Test
    void shouldHideWhatFailedInside() {
        isProblem(Api.get(token, "/api/v1/samples/failure"), 500, "internal")
                .body("detail", not(containsString("secret")));
    }

    @Test
    void shouldAcceptEchoOrReplaceTheRequestId() {
        Api.as(token)
                .header("X-Request-Id", "abc-1.2_3")
                .get("/api/v1/samples/who")
                .then()
                .header("X-Request-Id", "abc-1.2_3")
                .body("requestId", equalTo("abc-1.2_3"))
                .body("virtual", equalTo(true))
                .header("X-Content-Type-Options", "nosniff");
        Api.as(token)
                .header("X-Request-Id", "no spaces please")
                .get("/api/v1/nothing")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                .body("requestId", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void shouldSpeakChineseOnRequestWithTheSameCodes() {
        Api.as(token)
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5")
                .contentType(ContentType.JSON)
                .body("{\"code\":\"abc\",\"lines\":[{\"hsCode\":\"12345\"}]}")
                .post(ECHO)
                .then()
                .statusCode(400)
                .body("title", equalTo("请求无效"))
                .body("errors[0].code", equalTo("hs-code"))
                .body("errors[0].detail", containsString("前导零"));
    }

    private static RestAssuredConfig withoutDefaultCharset() {
        return RestAssuredConfig.config()
                .encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    private ValidatableResponse echo(String body) {
        return Api.as(token).contentType(ContentType.JSON).body(body).post(ECHO).then();
    }

    private ValidatableResponse refusedEcho(String body) {
        return isProblem(echo(body), 400, "invalid-request");
    }

    static ValidatableResponse isProblem(ValidatableResponse response, int status, String slug) {
        return response.log()
                .ifValidationFails()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("http://localhost:8080/problems/" + slug))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", notNullValue())
                .body("requestId", notNullValue());
    }
}
