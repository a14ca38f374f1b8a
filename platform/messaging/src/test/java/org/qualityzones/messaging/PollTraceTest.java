package org.qualityzones.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.SpanCollector;
import org.qualityzones.testing.WithServers;

/** Events that are taken in together stay each in its own trace. */
@QuarkusTest
@WithServers("inspection")
@QuarkusTestResource(value = SpanCollector.class, restrictToAnnotatedClass = true)
class PollTraceTest {

    private static final String CAUSE = "00f067aa0ba902b7";

    @Inject
    Inbox inbox;

    @Inject
    DeclarationPolls polls;

    @Inject
    Effects effects;

    /** Optional, since each application under test looks at the injection points of all test classes. */
    @ConfigProperty(name = "qz.tracing.zipkin")
    Optional<URI> zipkin;

    private final String first = trace();
    private final String second = trace();
    private final String key = "key-" + UUID.randomUUID();

    @BeforeEach
    void forget() {
        polls.forget();
    }

    @AfterEach
    void heal() {
        effects.heal();
    }

    @Test
    void shouldTakeInEachEventInTheTraceOfItsCause() {
        receive();

        List<Event> events = polls.given().getFirst();
        assertThat(events).hasSize(2);
        assertThat(List.of(first, second)).allSatisfy(trace -> {
            Map<String, Object> span = spans(trace, 1).getFirst();
            Event event = events.get(trace.equals(first) ? 0 : 1);
            assertThat(span)
                    .containsEntry("parentId", CAUSE)
                    .containsEntry("kind", "CONSUMER")
                    .containsEntry("name", DeclarationPolls.NAME);
            assertThat(tags(span)).containsEntry("qz.event.id", event.id()).doesNotContainKey("error");
            assertThat(event.traceparent()).isEqualTo("00-%s-%s-01".formatted(trace, span.get("id")));
        });
    }

    @Test
    void shouldTellOfEachAttempt() {
        effects.poison(key, 2);

        receive();

        assertThat(spans(first, 2))
                .extracting(span -> tags(span).containsKey("error"))
                .containsExactlyInAnyOrder(true, false);
        assertThat(spans(second, 2)).allMatch(span -> tags(span).containsKey("error"));
    }

    private void receive() {
        inbox.receive(polls, Records.poll(List.of(record(1, first), record(2, second))));
    }

    private ConsumerRecord<String, byte[]> record(long version, String trace) {
        return Records.declaration(key, version)
                .header(CloudEvents.TRACEPARENT, "00-" + trace + "-" + CAUSE + "-01")
                .record();
    }

    private List<Map<String, Object>> spans(String trace, int count) {
        return await().atMost(30, SECONDS)
                .until(
                        () -> JsonPath.from(RestAssured.given()
                                        .get(zipkin.orElseThrow().resolve("/api/v2/trace/" + trace))
                                        .asString())
                                .getList("$"),
                        found -> found.size() == count);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> tags(Map<String, Object> span) {
        return (Map<String, String>) span.get("tags");
    }

    private static String trace() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
