package org.qualityzones.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;

/** A body of 1,048,576 bytes is taken, one byte more is not, however it is sent. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class BodyLimitsTest {

    private static final int LIMIT = 1_048_576;
    private static final String ECHO = "/api/v1/samples/echo";

    private final String token = Tokens.of(Roles.BUREAU).build();

    @TestHTTPResource("/")
    URI base;

    @Test
    void shouldTakeABodyOfExactlyTheLimit() {
        Api.as(token)
                .contentType("application/json")
                .body(body(LIMIT))
                .post(ECHO)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldRefuseADeclaredLengthBeyondTheLimit() {
        ProblemsTest.isProblem(
                        Api.as(token)
                                .contentType("application/json")
                                .body(body(LIMIT + 1))
                                .post(ECHO)
                                .then(),
                        413,
                        "too-large")
                .body("detail", containsString("1048576"));
    }

    @Test
    void shouldRefuseAChunkedBodyBeyondTheLimit() throws IOException, InterruptedException {
        HttpResponse<String> response = sendChunked(body(LIMIT + 1));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains("/problems/too-large").contains("requestId");
    }

    @Test
    void shouldTakeAChunkedBodyOfExactlyTheLimit() throws IOException, InterruptedException {
        assertThat(sendChunked(body(LIMIT)).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldGoOnWhenAClientDisconnectsInTheMiddleOfItsBody() throws IOException {
        try (LogWatch log = new LogWatch()) {
            sendHalfABody();

            Api.get(token, "/api/v1/samples/who").statusCode(200);
            await().during(Duration.ofMillis(500))
                    .until(() -> log.warningsAndErrors().isEmpty());
        }
    }

    private void sendHalfABody() throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort());
                OutputStream out = socket.getOutputStream()) {
            out.write(("POST " + ECHO + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"code\":")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    @Test
    void shouldStreamImportsBeyondTheLimitOfOtherBodies() {
        byte[] rows = new byte[3 * LIMIT];
        Arrays.fill(rows, (byte) '\n');

        Api.as(token)
                .header("Idempotency-Key", Api.newKey())
                .contentType("application/x-ndjson")
                .body(rows)
                .post("/api/v1/samples/imports")
                .then()
                .statusCode(202);
    }

    private HttpResponse<String> sendChunked(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(ECHO))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** JSON padded with spaces to a size in bytes. */
    private static byte[] body(int size) {
        byte[] json = "{\"code\":\"abc\"}".getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) ' ');
        System.arraycopy(json, 0, body, 0, json.length);
        return body;
    }
}
