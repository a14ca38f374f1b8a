package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Landscape.class)
class LimitsTest extends GatewayTestBase {

    private static final int MIB = 1 << 20;

    private static byte[] body(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, MIB - 1, MIB})
    void shouldPassABodyUpToTheLimit(int length) {
        Client.Answer announced = client.send("POST", "/api/v1/zones", body(length), bearer());
        assertThat(announced.json().getInteger("length")).isEqualTo(length);
        Client.Answer chunked = client.send(
                "POST", "/api/v1/zones", Client.chunked(body(length), 65_536), bearer(), "Transfer-Encoding: chunked");
        assertThat(chunked.json().getInteger("length")).isEqualTo(length);
        assertThat(chunked.json().getString("sha256"))
                .isEqualTo(announced.json().getString("sha256"));
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB + 1, 3 * MIB})
    void shouldRefuseABodyAboveTheLimit(int length) {
        assertProblem(client.send("POST", "/api/v1/zones", body(length), bearer()), 413, "too-large");
        Client.Answer chunked = client.send(
                "POST", "/api/v1/zones", Client.chunked(body(length), 65_536), bearer(), "Transfer-Encoding: chunked");
        assertProblem(chunked, 413, "too-large");
        assertThat(chunked.json().getString("detail")).contains("1048576");
    }

    @Test
    void shouldStreamImportsBeyondTheOrdinaryLimit() {
        Client.Answer answer = client.send("POST", "/api/v1/zones/imports", body(5 * MIB), bearer());
        assertThat(answer.json().getInteger("length")).isEqualTo(5 * MIB);
    }

    @Test
    void shouldRefuseAnImportThatIsAnnouncedAsTooLarge() {
        Client.Answer answer =
                client.send("POST", "/api/v1/zones/imports", "x", bearer(), "Content-Length: " + ((1L << 30) + 1));
        assertProblem(answer, 413, "too-large");
    }

    @Test
    void shouldAskForTheBodyOnlyWhenItMayCome() {
        Client.Answer refused = client.send("POST", "/api/v1/zones", "", "Content-Length: 5", "Expect: 100-continue");
        assertProblem(refused, 401, "unauthenticated");
        Client.Answer taken =
                client.send("POST", "/api/v1/zones", "12345", bearer(), "Content-Length: 5", "Expect: 100-continue");
        assertThat(taken.json().getInteger("length")).isEqualTo(5);
        assertThat(taken.json().getJsonObject("headers").fieldNames()).doesNotContain("expect");
        assertProblem(client.get("/api/v1/zones", "Expect: coffee"), 417, "expectation-failed");
    }

    @Test
    void shouldRefuseARequestLineAboveTheLimit() {
        int overhead = "GET  HTTP/1.1".length();
        String path = "/public/v1/zones?q=";
        String fits = path + "x".repeat(8192 - overhead - path.length() - 2);
        assertThat(client.get(fits).status()).isEqualTo(200);
        assertProblem(client.get(fits + "x".repeat(200)), 414, "uri-too-long");
    }

    @Test
    void shouldRefuseHeadersAboveTheLimit() {
        assertThat(client.get("/public/v1/zones", "X-Long: " + "x".repeat(15_000))
                        .status())
                .isEqualTo(200);
        assertProblem(client.get("/public/v1/zones", "X-Long: " + "x".repeat(17_000)), 431, "headers-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nContent-Length: 4",
                "Content-Length: 3\r\nContent-Length: 3",
                "Content-Length: 3, 4",
                "Content-Length: -1",
                "Content-Length: +3",
                "Content-Length: 0x3",
                "Content-Length: 3\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding : chunked",
                "Bad Header: 1",
                "Host: other"
            })
    void shouldRefuseMessagesThatTwoPartiesMightReadDifferently(String headers) {
        Client.Answer answer = client.raw(
                "POST /public/v1/complaints HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n0\r\n\r\n");
        assertProblem(answer, 400, "invalid-request");
    }

    @Test
    void shouldRefuseARequestWithoutHost() {
        assertProblem(client.raw("GET /public/v1/zones HTTP/1.1\r\n\r\n"), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public/v1/zones/%zz",
                "/public/v1/zones/%",
                "/public/v1/zones/%4",
                "/public/v1/zones/%ff",
                "/public/v1/zones?q=%zz",
                "/public/v1/zones?q=%c3%28",
                "/public/v1/zones/../../../q/metrics",
                "/public/v1/zones/%2e%2e/x",
                "/public/v1/zones/.%2E/x",
                "/public/v1/zones/./x",
                "/public/v1/zones/..;/x",
                "/public/v1/zones;a=b",
                "/public/v1//zones",
                "//public/v1/zones",
                "/public/v1/zones/a%2fb",
                "/public/v1/zones/a%5cb",
                "/public/v1/zones/a\\b",
                "/public/v1/zones/%00",
                "/public/v1/zones#x",
                "http://localhost/public/v1/zones",
                "public/v1/zones",
                "*"
            })
    void shouldRefuseTargetsThatMightBeReadDifferently(String target) {
        Client.Answer answer = client.get(target);
        assertProblem(answer, 400, "invalid-request");
    }

    @Test
    void shouldRefuseWhatIsNotHttp() {
        assertThat(client.raw("\u0016\u0003\u0001\r\n\r\n").status()).isEqualTo(400);
        assertProblem(client.raw("GET /public/v1/zones\r\n\r\n"), 400, "invalid-request");
        assertProblem(client.raw("GET /public/v1/zones HTTP/9.x\r\n\r\n"), 400, "invalid-request");
    }
}
