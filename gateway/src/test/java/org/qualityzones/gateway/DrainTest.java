package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The orderly end of the gateway as far as its own port goes; the end of the process is {@code OrderlyEndST}'s. */
@QuarkusTest
@QuarkusTestResource(Landscape.class)
@TestProfile(DrainTest.Stopping.class)
class DrainTest extends GatewayTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BODY = "{\"a\":1}";

    /** An application of its own, since it is told that it stops; it waits longer than the test may take. */
    public static final class Stopping implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("qz.gateway.shutdown.grace", "10m");
        }
    }

    @Inject
    Event<ShutdownEvent> ends;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void shouldTurnUnreadyFirstAndEndAfterTheRequestsUnderWay() throws Exception {
        CompletableFuture<Void> end;
        assertThat(readiness()).isEqualTo(200);
        try (Socket slow = new Socket("127.0.0.1", server.port())) {
            send(slow, """
                    POST /api/v1/zones/imports HTTP/1.1\r
                    Host: localhost\r
                    %s\r
                    Idempotency-Key: drain\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(bearer(), BODY.length(), BODY.substring(0, 3)));
            await().atMost(PATIENCE).until(() -> underWay() == 1);

            end = CompletableFuture.runAsync(() -> ends.fire(new ShutdownEvent()));
            await("not ready any more").atMost(PATIENCE).until(() -> readiness() == 503);

            assertThat(new Client(management.getPort()).get("/q/health/live").status())
                    .as("alive while it ends")
                    .isEqualTo(200);
            assertThat(client.get("/api/v1/zones", bearer()).status())
                    .as("whoever has not noticed yet is answered")
                    .isEqualTo(200);
            await("the end waits")
                    .during(Duration.ofMillis(500))
                    .atMost(PATIENCE)
                    .until(() -> !end.isDone());

            send(slow, BODY.substring(3));
            Client.Answer answer = Client.read(slow.getInputStream(), false);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().getInteger("length")).isEqualTo(BODY.length());
        }
        assertThat(end).succeedsWithin(PATIENCE);
    }

    private int readiness() {
        return new Client(management.getPort()).get("/q/health/ready").status();
    }

    private int underWay() {
        return new Client(management.getPort())
                .get("/q/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("qz_gateway_requests_under_way"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    private static void send(Socket socket, String text) throws Exception {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
