package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A service that ends closes all the connections that the gateway keeps to it, each possibly just as it is used again. */
@QuarkusTest
@QuarkusTestResource(Landscape.class)
class KeptConnectionsTest extends GatewayTestBase {

    private static final String BODY = "{\"a\":1}";

    @Test
    void shouldSendOnceMoreOnAConnectionThatWasNotKept() throws Exception {
        keepSeveral();
        for (int i = 0; i < FakeService.MEETING; i++) {
            Client.Answer changed = client.send(
                    "POST", "/api/v1/zones/hangs-up-on-kept", BODY, bearer(), "Idempotency-Key: " + UUID.randomUUID());
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.json().getLong("length")).isEqualTo(BODY.length());
        }
        keepSeveral();
        for (int i = 0; i < FakeService.MEETING; i++) {
            assertThat(client.get("/api/v1/zones/hangs-up-on-kept", bearer()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldSendABodyWhoseRestComesAfterTheEndOfTheConnection() throws Exception {
        String key = UUID.randomUUID().toString();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /api/v1/zones/hangs-up-within-the-body HTTP/1.1\r
                    Host: localhost\r
                    %s\r
                    Idempotency-Key: %s\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(bearer(), key, BODY.length(), BODY.substring(0, 3))
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            assertThat(FakeService.met(key).await(10, TimeUnit.SECONDS)).isTrue();
            out.write(BODY.substring(3).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            Client.Answer answer = Client.read(socket.getInputStream(), false);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().getLong("length")).isEqualTo(BODY.length());
        }
    }

    /** More connections to the service than the gateway has event loops, so that some loop keeps several. */
    private void keepSeveral() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Client.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < FakeService.MEETING; i++) {
                answers.add(threads.submit(() -> client.get("/api/v1/zones/meeting", bearer())));
            }
            for (Future<Client.Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
    }
}
