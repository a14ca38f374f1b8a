package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** The log of a service as a cluster has it, set as {@code deploy/kubernetes} sets it. */
@Order(43)
@ExtendWith(SuiteExtension.class)
class JsonLogST {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SuiteUnderTest suite;
    private final Callers callers;

    JsonLogST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    @Test
    void shouldTellARefusalInOneLineOfJsonThatItsRequestIdFinds() throws IOException {
        String requestId = "json-log-" + UUID.randomUUID();
        Instant before = Instant.now();
        suite.stop(Member.ZONE);
        suite.startWith(Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"), Member.ZONE);
        try {
            callers.as("ENTERPRISE")
                    .post("/api/v1/zones", Samples.zone("json-log"), "X-Request-Id", requestId)
                    .expect(403);
            await("a line about " + requestId).atMost(PATIENCE).until(() -> !linesOf(requestId)
                    .isEmpty());
        } finally {
            suite.stop(Member.ZONE);
            suite.start(Member.ZONE);
        }

        assertThat(linesOf(requestId)).singleElement().satisfies(line -> {
            JsonNode json = Json.read(line);
            assertThat(json.at("/mdc/requestId").asText()).isEqualTo(requestId);
            assertThat(json.path("level").asText()).isEqualTo("INFO");
            assertThat(json.path("loggerName").asText()).isEqualTo("org.qualityzones.problems");
            assertThat(json.path("message").asText()).startsWith("Refused: status=403 problem=");
            assertThat(OffsetDateTime.parse(json.path("timestamp").asText()).toInstant())
                    .isBetween(before, Instant.now());
        });
    }

    private List<String> linesOf(String requestId) throws IOException {
        // a line that a kill cut off may end within a character
        return new String(Files.readAllBytes(suite.logs().file(Member.ZONE)), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(requestId))
                .toList();
    }
}
