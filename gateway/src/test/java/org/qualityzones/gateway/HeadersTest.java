package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Landscape.class)
class HeadersTest extends GatewayTestBase {

    private JsonObject seenBehind(String... headers) {
        return client.get("/public/v1/zones", headers).json().getJsonObject("headers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User",
                "X-User-Id",
                "X-Auth-Request-User",
                "X-Remote-User",
                "X-Client-Cert",
                "X-Real-IP",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "True-Client-IP",
                "X-Envoy-External-Address",
                "X-Forwarded-User",
                "X-Forwarded-Prefix",
                "X-Forwarded-Port",
                "Forwarded",
                "Via",
                "Proxy",
                "Cookie",
                "Proxy-Authorization",
                "Proxy-Connection",
                "Keep-Alive",
                "TE",
                "Trailer",
                "HTTP2-Settings"
            })
    void shouldKeepFromServicesWhatClientsSayAboutThemselves(String name) {
        assertThat(seenBehind(name + ": injected").fieldNames())
                .doesNotContain(name.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void shouldSayItselfWhereTheRequestCameFrom() {
        JsonObject seen = seenBehind(
                "X-Forwarded-For: 203.0.113.7",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example",
                "X-FORWARDED-HOST: again.example");
        assertThat(seen.getJsonArray("x-forwarded-for")).isEqualTo(new JsonArray().add("127.0.0.1"));
        assertThat(seen.getJsonArray("x-forwarded-proto")).isEqualTo(new JsonArray().add("http"));
        assertThat(seen.getJsonArray("x-forwarded-host")).isEqualTo(new JsonArray().add("localhost:8080"));
    }

    @Test
    void shouldStripWhatConnectionNames() {
        JsonObject seen =
                seenBehind("Connection: X-Secret-Hop, X-Request-Id", "X-Secret-Hop: 1", "X-Request-Id: kept-1");
        assertThat(seen.fieldNames()).doesNotContain("x-secret-hop");
        assertThat(seen.getJsonArray("x-request-id")).isEqualTo(new JsonArray().add("kept-1"));
    }

    @Test
    void shouldPassWhatTheContractNames() {
        JsonObject seen = seenBehind(
                "Idempotency-Key: k-1",
                "If-Match: \"7\"",
                "Accept-Language: zh",
                "Last-Event-ID: 9",
                "Content-Type: text/csv");
        assertThat(seen.getJsonArray("idempotency-key").getString(0)).isEqualTo("k-1");
        assertThat(seen.getJsonArray("if-match").getString(0)).isEqualTo("\"7\"");
        assertThat(seen.getJsonArray("accept-language").getString(0)).isEqualTo("zh");
        assertThat(seen.getJsonArray("last-event-id").getString(0)).isEqualTo("9");
        assertThat(seen.getJsonArray("content-type").getString(0)).isEqualTo("text/csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-z.0_9", "0123456789012345678901234567890123456789012345678901234567890123"})
    void shouldKeepAWellFormedRequestId(String id) {
        Client.Answer answer = client.get("/public/v1/zones", "X-Request-Id: " + id);
        assertThat(answer.headers("X-Request-Id")).containsExactly(id);
        assertThat(answer.json().getJsonObject("headers").getJsonArray("x-request-id"))
                .isEqualTo(new JsonArray().add(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "01234567890123456789012345678901234567890123456789012345678901234"})
    void shouldReplaceAnyOtherRequestId(String id) {
        Client.Answer answer = client.get("/public/v1/zones", "X-Request-Id: " + id);
        assertThat(answer.header("X-Request-Id").orElseThrow())
                .isNotEqualTo(id)
                .matches("[A-Za-z0-9._-]{1,64}")
                .isEqualTo(answer.json()
                        .getJsonObject("headers")
                        .getJsonArray("x-request-id")
                        .getString(0));
    }

    @Test
    void shouldKeepAWellFormedTraceContext() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
        JsonObject seen = seenBehind("traceparent: " + trace, "tracestate: a=1");
        assertThat(seen.getJsonArray("traceparent").getString(0)).isEqualTo(trace);
        assertThat(seen.getJsonArray("tracestate").getString(0)).isEqualTo("a=1");
    }

    @ParameterizedTest
    @CsvSource({
        "x",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
    })
    void shouldBeginATraceWhereThereIsNoGoodOne(String trace) {
        JsonObject seen = seenBehind("traceparent: " + trace, "tracestate: a=1");
        assertThat(seen.getJsonArray("traceparent").getString(0)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(seen.fieldNames()).doesNotContain("tracestate");
    }

    @Test
    void shouldPassTheServicesAnswerWithPublicAddresses() {
        Client.Answer answer = client.send("POST", "/api/v1/zones/created", "{}", bearer());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers("Location")).containsExactly("http://localhost:8080/api/v1/zones/made");
        assertThat(answer.headers("Link"))
                .containsExactly("<http://localhost:8080/api/v1/zones?cursor=x>; rel=\"next\"");
        assertThat(answer.headers("ETag")).containsExactly("\"7\"");
        assertThat(answer.headers("X-Request-Id")).hasSize(1).doesNotContain("theirs");
        assertThat(answer.headers("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers("Keep-Alive")).isEmpty();
        assertThat(answer.headers("X-Hop")).isEmpty();
    }

    @Test
    void shouldLeaveAServicesProblemUntouched() {
        Client.Answer answer = client.get("/public/v1/zones/refused");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).isEqualTo("{\"type\":\"theirs\",\"status\":409}");
    }

    @Test
    void shouldPassAnswersWithoutABody() {
        assertThat(client.get("/public/v1/zones/no-content").status()).isEqualTo(204);
        assertThat(client.get("/public/v1/zones/not-modified").status()).isEqualTo(304);
        Client.Answer head = client.send("HEAD", "/public/v1/zones/refused", "");
        assertThat(head.status()).isEqualTo(409);
        assertThat(head.headers("Content-Length")).containsExactly("30");
    }

    @Test
    void shouldStreamEventsAsTheyCome() {
        Client.Answer answer = client.get("/api/v1/events/stream", bearer());
        assertThat(answer.headers("Content-Type")).containsExactly("text/event-stream");
        assertThat(answer.text()).isEqualTo("data: 0\n\ndata: 1\n\ndata: 2\n\n");
    }
}
