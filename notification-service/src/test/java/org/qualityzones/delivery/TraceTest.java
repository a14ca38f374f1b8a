package org.qualityzones.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.SpanCollector;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Receiver;
import org.qualityzones.web.Roles;

/** One trace over request, outbox, topic, feed and webhook; warnings of this service come back to it over their topic. */
@QuarkusTest
@WithServers("notification")
@QuarkusTestResource(value = SpanCollector.class, restrictToAnnotatedClass = true)
class TraceTest {

    private static final String CALLER = "00f067aa0ba902b7";

    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String authority = Tokens.of(Roles.AUTHORITY).build();
    private final Receiver receiver = new Receiver();

    /** Optional, since each application under test looks at the injection points of all test classes. */
    @ConfigProperty(name = "qz.tracing.zipkin")
    Optional<URI> zipkin;

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void shouldJoinRequestPublishingTakingInAndWebhookAttemptsInOneTrace() {
        receiver.then(Receiver.status(500));
        subscribe();

        warn(201, "9503");

        Map<String, List<Span>> spans = await().atMost(60, SECONDS)
                .until(
                        this::spans,
                        found -> found.getOrDefault("CLIENT", List.of()).size() == 2
                                && found.keySet().containsAll(List.of("SERVER", "PRODUCER", "CONSUMER")));
        Span request = only(spans, "SERVER");
        Span published = only(spans, "PRODUCER");
        Span takenIn = only(spans, "CONSUMER");
        assertThat(request.parent()).isEqualTo(CALLER);
        assertThat(request.name()).isEqualToIgnoringCase("RiskWarningResource.issue");
        assertThat(request.tags())
                .containsEntry("http.response.status_code", "201")
                .containsEntry("qz.request.id", "traced-1");
        assertThat(published.parent()).isEqualTo(request.id());
        assertThat(published.name()).isEqualTo("qz.risk-warning");
        assertThat(takenIn.parent()).isEqualTo(published.id());
        assertThat(takenIn.name()).isEqualTo("risk-warning-feed");
        assertThat(spans.get("CLIENT")).extracting(Span::parent).containsOnly(takenIn.id());
        assertThat(spans.get("CLIENT"))
                .extracting(span -> span.tags().get("qz.delivery.result"))
                .containsExactlyInAnyOrder("Retry", "Delivered");
        assertThat(spans.values())
                .allSatisfy(
                        ofKind -> assertThat(ofKind).extracting(Span::service).containsOnly("notification-service"));
    }

    @Test
    void shouldTellTheStatusOfARefusedRequest() {
        warn(400, "");

        Map<String, List<Span>> spans = await().atMost(30, SECONDS).until(this::spans, found -> !found.isEmpty());
        assertThat(only(spans, "SERVER").tags())
                .containsEntry("http.response.status_code", "400")
                .doesNotContainKey("error");
    }

    private void warn(int status, String hsPrefix) {
        Api.as(authority)
                .header("Idempotency-Key", Api.newKey())
                .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .header("X-Request-Id", "traced-1")
                .contentType(ContentType.JSON)
                .body(warning(hsPrefix))
                .post("/api/v1/risk-warnings")
                .then()
                .statusCode(status);
    }

    private void subscribe() {
        Map<String, Object> filter = Map.of("types", List.of("org.qualityzones.risk-warning.*"));
        Api.post(
                        authority,
                        "/api/v1/subscriptions",
                        Map.of("channel", "WEBHOOK", "target", receiver.url("/hook"), "filter", filter))
                .statusCode(201);
    }

    private Map<String, List<Span>> spans() {
        List<Map<String, Object>> found = JsonPath.from(RestAssured.given()
                        .get(zipkin.orElseThrow().resolve("/api/v2/trace/" + trace))
                        .asString())
                .getList("$");
        return found.stream().map(Span::of).collect(Collectors.groupingBy(Span::kind));
    }

    private static Span only(Map<String, List<Span>> spans, String kind) {
        assertThat(spans.get(kind)).as(kind).hasSize(1);
        return spans.get(kind).getFirst();
    }

    private record Span(String id, String parent, String kind, String name, String service, Map<String, String> tags) {

        @SuppressWarnings("unchecked")
        static Span of(Map<String, Object> json) {
            Function<String, String> text = key -> (String) json.get(key);
            return new Span(
                    text.apply("id"),
                    text.apply("parentId"),
                    text.apply("kind"),
                    text.apply("name"),
                    ((Map<String, String>) json.get("localEndpoint")).get("serviceName"),
                    (Map<String, String>) json.get("tags"));
        }
    }

    private static Map<String, Object> warning(String hsPrefix) {
        return Map.of(
                "scope",
                Map.of("hsPrefix", hsPrefix),
                "level",
                2,
                "measure",
                "TIGHTEN",
                "from",
                "2026-11-21",
                "reason",
                "choking hazard",
                "alertIds",
                List.of());
    }
}
