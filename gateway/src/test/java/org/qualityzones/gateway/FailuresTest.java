package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Landscape.class)
@TestProfile(FailuresTest.EnterpriseServiceDown.class)
class FailuresTest extends GatewayTestBase {

    /** Nothing listens where enterprise-service should be; little patience with the identity provider. */
    public static final class EnterpriseServiceDown implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qz.gateway.upstreams.enterprise", "http://127.0.0.1:" + closedPort(),
                    "qz.gateway.upstreams.enterprise-management", "http://127.0.0.1:" + closedPort());
        }

        private static int closedPort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
        }
    }

    @Test
    void shouldSayThatAServiceDoesNotAnswerTheDoor() {
        Client.Answer answer = client.send("POST", "/api/v1/enterprises", "{}", bearer());
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers("Retry-After")).containsExactly("2");
        assertThat(answer.json().getString("detail")).contains("enterprise-service");
    }

    @Test
    void shouldSayThatAServiceIsTooSlow() {
        assertProblem(client.get("/api/v1/zones/silent", bearer()), 504, "timeout");
    }

    @Test
    void shouldSayThatTheBodyDidNotCome() {
        Client.Answer answer = client.send("POST", "/api/v1/zones", "half", bearer(), "Content-Length: 8");
        assertProblem(answer, 408, "request-timeout");
    }

    @Test
    void shouldSayThatAServiceHungUp() {
        assertProblem(client.get("/api/v1/zones/hangs-up", bearer()), 502, "bad-gateway");
        assertProblem(client.send("POST", "/api/v1/zones/hangs-up", "{}", bearer()), 502, "bad-gateway");
    }

    @Test
    void shouldSendAPostWithAKeyOnceMore() {
        Client.Answer answer =
                client.send("POST", "/api/v1/zones/hangs-up-once", "{\"a\":1}", bearer(), "Idempotency-Key: once-more");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getLong("length")).isEqualTo(7);
        assertThat(answer.json().getString("sha256"))
                .isEqualTo("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
    }

    /** 503 with Retry-After says that the service has not received it, which nobody knows of the first of the two. */
    @Test
    void shouldNotSayThatAPostWasRefusedOnceItWasSent() throws Exception {
        int port = URI.create(ConfigProvider.getConfig().getValue("qz.gateway.upstreams.enterprise", String.class))
                .getPort();
        try (ServerSocket door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Thread dying = Thread.ofVirtual().start(() -> takeOneAndEnd(door));
            Client.Answer answer =
                    client.send("POST", "/api/v1/enterprises", "{}", bearer(), "Idempotency-Key: once-received");
            assertProblem(answer, 502, "bad-gateway");
            assertThat(answer.headers("Retry-After")).isEmpty();
            dying.join();
        }
    }

    /** Nobody listens any more when the one connection is cut. */
    private static void takeOneAndEnd(ServerSocket door) {
        try (Socket taken = door.accept()) {
            door.close();
            if (taken.getInputStream().read() < 0) {
                throw new IOException("No request");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldNeverSendAPostWithoutAKeyTwice() {
        assertProblem(client.send("POST", "/api/v1/zones/hangs-up-once", "{}", bearer()), 502, "bad-gateway");
        Client.Answer next = client.send("POST", "/api/v1/zones/hangs-up-once", "{}", bearer());
        assertThat(next.status()).as("the first was received once").isEqualTo(200);
    }

    @Test
    void shouldNotSendALargePostTwice() {
        String large = "{\"a\":\"" + "x".repeat(100_000) + "\"}";
        Client.Answer answer =
                client.send("POST", "/api/v1/zones/hangs-up-once", large, bearer(), "Idempotency-Key: large");
        assertProblem(answer, 502, "bad-gateway");
    }

    @Test
    void shouldBreakOffWhereTheServiceBreaksOff() {
        assertThatThrownBy(() -> {
                    Client.Answer answer = client.get("/api/v1/zones/breaks-off", bearer());
                    if (answer.body().length < 1000) {
                        throw new IOException("Only " + answer.body().length + " bytes");
                    }
                })
                .isInstanceOfAny(IOException.class, UncheckedIOException.class);
    }

    @Test
    void shouldServeOthersWhileOneIsDown() {
        assertThat(client.get("/api/v1/zones", bearer()).status()).isEqualTo(200);
    }

    @Test
    void shouldNameTheMissingServiceInTheDescription() {
        Client.Answer answer = client.get("/openapi");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("x-missing-services")).containsExactly("enterprise-service");
        assertThat(answer.json().getJsonObject("paths").fieldNames())
                .contains("/api/v1/zones", "/api/v1/zone/workflows")
                .doesNotContain("/api/v1/enterprises");
        assertThat(client.get("/docs", "Accept: text/html").text()).contains("enterprise-service");
    }

    @Test
    void shouldSayWhichFunctionsAreInterrupted() {
        Client.Answer answer = client.get("/status");
        assertThat(answer.json().getString("state")).isEqualTo("PARTLY_INTERRUPTED");
        assertThat(answer.json().getJsonArray("functions").stream()
                        .map(Object::toString)
                        .filter(line -> line.contains("INTERRUPTED")))
                .singleElement()
                .asString()
                .contains("enterprises", "the service cannot be reached");
        String page = client.get("/status", "Accept: text/html", "Accept-Language: zh")
                .text();
        assertThat(page).contains("部分功能中断").contains("中断：无法连接该服务");
    }

    @Test
    void shouldListTheWorkflowsOfThoseThatAnswer() {
        Client.Answer answer = client.get("/api/v1/workflows", bearer());
        assertThat(answer.json().getJsonArray("items")).hasSize(3);
        assertThat(answer.json().getJsonArray("missing")).containsExactly("enterprise");
    }
}
