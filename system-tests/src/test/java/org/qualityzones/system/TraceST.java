package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.client.Spans;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** One trace from a declaration at the gateway to the webhook about it, over three processes and a topic. */
@Order(40)
@ExtendWith(SuiteExtension.class)
class TraceST {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CALLER = "00f067aa0ba902b7";
    private static final Member[] TRACED = {Member.INSPECTION, Member.NOTIFICATION, Member.GATEWAY};

    private final SuiteUnderTest suite;
    private final Callers callers;

    TraceST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
    }

    @Test
    void shouldJoinGatewayServiceRelayConsumerAndWebhook() {
        try (Spans spans = Spans.collect();
                Receiver receiver = Receiver.listen(suite.notes().resolve("trace.log"))) {
            suite.stop(TRACED);
            suite.startWith(Map.of("QZ_TRACING_ZIPKIN", spans.url()), TRACED);
            try {
                joinInOneTrace(spans, receiver);
            } finally {
                suite.stop(TRACED);
                suite.start(TRACED);
            }
        }
    }

    private void joinInOneTrace(Spans spans, Receiver receiver) {
        String uscc = suite.env("CLIENT_ENTERPRISE_USCC");
        String trace = UUID.randomUUID().toString().replace("-", "");
        receiver.subscribe(callers.as("INTEGRATOR"), uscc);
        callers.as("ENTERPRISE")
                .post(
                        "/api/v1/declarations",
                        Samples.declaration(uscc),
                        "traceparent",
                        "00-" + trace + "-" + CALLER + "-01")
                .expect(201);

        await("a webhook in trace " + trace).atMost(PATIENCE).untilAsserted(() -> assertThat(spans.of(trace))
                .filteredOn(span -> span.result().equals("Delivered"))
                .isNotEmpty()
                .allSatisfy(webhook -> assertThat(spans.lineage(webhook))
                        .extracting(Spans.Span::step)
                        .containsExactly(
                                "notification-service CLIENT",
                                "notification-service CONSUMER",
                                "inspection-service PRODUCER",
                                "inspection-service SERVER",
                                "gateway SERVER")));
        List<Spans.Span> all = spans.of(trace);
        assertThat(all).extracting(Spans.Span::id).doesNotHaveDuplicates();
        assertThat(all)
                .filteredOn(span -> span.service().equals("gateway"))
                .extracting(Spans.Span::parent)
                .containsExactly(CALLER);
        assertThat(receiver.verified()).isNotEmpty();
    }
}
