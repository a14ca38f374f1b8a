package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Meters;
import org.qualityzones.system.oracle.Probe;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** SIGTERM to the gateway, as a rollout sends it, while a caller is slow. */
@Order(42)
@ExtendWith(SuiteExtension.class)
class OrderlyEndST {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** No wait of the gateway's ends before this test lets it. */
    private static final Map<String, String> LONG_WAITS =
            Map.of("QZ_GATEWAY_SHUTDOWN_GRACE", "10m", "QZ_GATEWAY_TIMEOUTS_RESPONSE", "10m");

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Meters meters;
    private final Probe probe;

    OrderlyEndST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
        this.meters = new Meters(suite.env("GATEWAY_MANAGEMENT_URL"));
        this.probe = new Probe(suite.env("GATEWAY_MANAGEMENT_URL"));
    }

    @Test
    void shouldAnswerTheRequestUnderWayAndOnlyThenEnd() throws IOException {
        String code = "drained-" + UUID.randomUUID().toString().substring(0, 8);
        suite.stop(Member.GATEWAY);
        suite.startWith(LONG_WAITS, Member.GATEWAY);
        ProcessHandle gateway = suite.processes().of(Member.GATEWAY);
        try {
            endWithin(gateway, Json.bytes(Samples.zone(code)));
        } finally {
            if (gateway.isAlive()) {
                suite.kill(Member.GATEWAY);
            }
            suite.start(Member.GATEWAY);
        }
        callers.as("LOCAL_GOVERNMENT").get("/api/v1/zones/" + code).expect(200);
    }

    private void endWithin(ProcessHandle gateway, byte[] body) throws IOException {
        try (Socket slow = connect()) {
            OutputStream out = slow.getOutputStream();
            out.write(head(body.length).getBytes(StandardCharsets.ISO_8859_1));
            out.write(body, 0, body.length / 2);
            out.flush();
            await("the request is under way")
                    .atMost(PATIENCE)
                    .until(() -> meters.sum("qz_gateway_requests_under_way") == 1);

            assertThat(gateway.destroy()).as("SIGTERM").isTrue();
            await("readiness goes down first").atMost(PATIENCE).until(() -> !isReady());
            callers.as("LOCAL_GOVERNMENT").get("/api/v1/zones").expect(200);
            assertThat(gateway.isAlive()).isTrue();

            out.write(body, body.length / 2, body.length - body.length / 2);
            out.flush();
            var answer = new BufferedReader(new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 201 Created");
        }
        await("the gateway has ended").atMost(PATIENCE).until(() -> !gateway.isAlive());
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }

    /** Nobody at the management port is not ready either: Quarkus closes it before the gateway's own. */
    private boolean isReady() {
        try {
            return probe.ask("ready", PATIENCE) == Probe.UP;
        } catch (UncheckedIOException refused) {
            return false;
        }
    }

    private String head(int length) {
        return """
                POST /api/v1/zones HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Idempotency-Key: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(callers.token("LOCAL_GOVERNMENT"), Client.newKey(), length);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), suite.port(Member.GATEWAY));
    }
}
