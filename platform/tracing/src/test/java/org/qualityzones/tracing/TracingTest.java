package org.qualityzones.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.testing.SpanCollector;

class TracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String SAMPLED = "00-" + TRACE + "-" + PARENT + "-01";

    private final SpanCollector collector = new SpanCollector();

    @Test
    void shouldMakeNoSpanUnlessAskedTo() {
        Tracing off = new Tracing(config(null), "zone-service");
        try (Step step = off.answering("request", SAMPLED)) {
            assertThat(off.isOn()).isFalse();
            assertThat(step).isSameAs(Step.NONE);
            assertThat(step.note("a", "b").named("x").answered(500).failed("y").traceparent(SAMPLED))
                    .isEqualTo(SAMPLED);
            assertThat(step.traceparent(null)).isNull();
        }
        off.close();
    }

    @Test
    void shouldTellASpanUnderTheParentThatCame() {
        try (collector) {
            Tracing tracing = open();
            Step step = tracing.calling("WEBHOOK", SAMPLED);
            String own = step.traceparent(null);
            step.note("qz.delivery.result", "Delivered")
                    .note("absent", null)
                    .answered(204)
                    .close();
            tracing.close();

            JsonNode span = collector.spans().getFirst();
            assertThat(own).isEqualTo("00-" + TRACE + "-" + span.path("id").asText() + "-01");
            assertThat(span.path("traceId").asText()).isEqualTo(TRACE);
            assertThat(span.path("parentId").asText()).isEqualTo(PARENT);
            assertThat(span.path("kind").asText()).isEqualTo("CLIENT");
            assertThat(span.path("name").asText()).isEqualToIgnoringCase("webhook");
            assertThat(span.at("/localEndpoint/serviceName").asText()).isEqualTo("zone-service");
            assertThat(span.path("tags").path("qz.delivery.result").asText()).isEqualTo("Delivered");
            assertThat(span.path("tags").path("http.response.status_code").asText())
                    .isEqualTo("204");
            assertThat(span.path("tags").has("error")).isFalse();
            assertThat(span.path("tags").has("absent")).isFalse();
        }
    }

    @Test
    void shouldMarkWhatFailedWithoutItsMessage() {
        try (collector) {
            Tracing tracing = open();
            tracing.takingIn("zone-facts", SAMPLED)
                    .failed(new IllegalStateException("a name"))
                    .close();
            tracing.answering("request", SAMPLED).answered(500).close();
            tracing.answering("request", SAMPLED).answered(499).close();
            tracing.close();

            assertThat(collector.spans())
                    .extracting(span -> span.path("tags").has("error"))
                    .containsExactly(true, true, false);
            assertThat(collector.spans().toString())
                    .contains("IllegalStateException")
                    .doesNotContain("a name");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "rubbish", "00-00000000000000000000000000000000-00f067aa0ba902b7-01"})
    void shouldBeginATraceWhereNoneCame(String offered) {
        try (collector) {
            Tracing tracing = open();
            tracing.answering("request", offered).close();
            tracing.close();

            assertThat(collector.spans().getFirst().path("traceId").asText()).matches("[0-9a-f]{32}");
            assertThat(collector.spans().getFirst().has("parentId")).isFalse();
        }
    }

    @Test
    void shouldLeaveOutWhatTheCallerDoesNotSample() {
        try (collector) {
            Tracing tracing = open();
            Step step = tracing.publishing("qz.zone", "00-" + TRACE + "-" + PARENT + "-00");
            step.close();
            tracing.close();

            assertThat(step.traceparent(null)).startsWith("00-" + TRACE + "-").endsWith("-00");
            assertThat(collector.spans()).isEmpty();
        }
    }

    @Test
    void shouldGoOnWhereNobodyTakesSpans() {
        Tracing tracing = new Tracing(config(URI.create("http://127.0.0.1:1/api/v2/spans")), "zone-service");
        tracing.answering("request", null).close();
        tracing.close();
        assertThat(tracing.isOn()).isTrue();
    }

    private Tracing open() {
        collector.start();
        return new Tracing(config(URI.create(collector.url())), "zone-service");
    }

    private static TracingConfig config(URI zipkin) {
        return new TracingConfig() {
            @Override
            public Optional<URI> zipkin() {
                return Optional.ofNullable(zipkin);
            }

            @Override
            public Duration exportEvery() {
                return Duration.ofSeconds(30);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(5);
            }
        };
    }
}
