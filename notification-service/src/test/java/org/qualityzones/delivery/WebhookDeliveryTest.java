package org.qualityzones.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Facts;
import org.qualityzones.trial.Receiver;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class WebhookDeliveryTest {

    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    private final String integrator =
            Tokens.of(Roles.INTEGRATOR).subject("integrator").build();
    private final String uscc = Usccs.in("330226");
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void shouldDeliverASignedMessageForAnEventThatPassesTheFilter() {
        JsonPath subscription = subscribe();

        String eventId = Facts.enterpriseRegistered(uscc, "330226");

        Receiver.Message message = messages(1).getFirst();
        assertThat(message.id()).isEqualTo(eventId);
        assertThat(message.isSignedWithPublic(Api.get(integrator, path(subscription) + "/keys")
                        .extract()
                        .path("items.find { it.algorithm == 'v1a' }.publicKey")))
                .isTrue();
        assertThat(message.path()).isEqualTo("/hook?tenant=7");
        assertThat(message.isSignedWith(subscription.getString("secret"))).isTrue();
        assertThat(message.json().getString("type")).isEqualTo("org.qualityzones.enterprise.registered.v1");
        assertThat(message.json().getString("timestamp")).isNotBlank();
        assertThat(message.json().getString("data.id")).isEqualTo(eventId);
        assertThat(message.json().getString("data.subject")).isEqualTo(uscc);
        assertThat(message.json().getLong("data.feedPosition")).isPositive();
        assertThat(message.json().getString("data.change.origin")).isEqualTo("API");
        awaitOutcome(subscription, "DELIVERED");
    }

    @Test
    void shouldRetryUnderTheSameIdAndRecordEachAttempt() {
        receiver.then(Receiver.status(500)).then(Receiver.status(302, "Location", receiver.url("/inside")));
        JsonPath subscription = subscribe();

        Facts.enterpriseRegistered(uscc, "330226");

        List<Receiver.Message> messages = messages(3);
        assertThat(messages)
                .extracting(Receiver.Message::id)
                .containsOnly(messages.getFirst().id());
        assertThat(messages).extracting(Receiver.Message::path).containsOnly("/hook?tenant=7");
        assertThat(messages).allMatch(message -> message.isSignedWith(subscription.getString("secret")));
        awaitOutcome(subscription, "DELIVERED");
        deliveries(subscription)
                .body("items[0].attempts.status", contains(500, 302, 204))
                .body("items[0].attempts.result", contains("RETRY", "RETRY", "DELIVERED"))
                .body("items[0].sequence", equalTo(1));
    }

    @Test
    void shouldGiveUpAfterTheScheduleAndDeliverAgainOnRequest() {
        receiver.otherwise(Receiver.status(503));
        JsonPath subscription = subscribe();
        Facts.enterpriseRegistered(uscc, "330226");
        awaitOutcome(subscription, "EXHAUSTED");
        assertThat(receiver.messages()).hasSize(4);
        receiver.otherwise(Receiver.status(200));
        String delivery = deliveries(subscription).extract().path("items[0].id");

        Api.post(integrator, "/api/v1/deliveries/" + delivery + "/redeliveries", "{}")
                .statusCode(200)
                .body("outcome", equalTo("PENDING"));

        awaitOutcome(subscription, "DELIVERED");
        assertThat(receiver.messages())
                .extracting(Receiver.Message::id)
                .hasSize(5)
                .containsOnly(receiver.messages().getFirst().id());
    }

    @Test
    void shouldDisableATargetThatIsGoneAndTellItsOwnerOnly() {
        receiver.otherwise(Receiver.status(410));
        JsonPath subscription = subscribe();

        Facts.enterpriseRegistered(uscc, "330226");

        await().atMost(20, SECONDS).untilAsserted(() -> Api.get(integrator, path(subscription))
                .body("status", equalTo("DISABLED"))
                .body("disabledReason", equalTo("The target answered 410")));
        awaitOutcome(subscription, "REJECTED");
        String notice = "items.findAll { it.type == 'org.qualityzones.subscription.disabled.v1' }.data.subject";
        Api.get(integrator, "/api/v1/events").body(notice, contains(subscription.getString("id")));
        String other = Tokens.of(Roles.INTEGRATOR).subject("other").build();
        Api.get(other, "/api/v1/events").body(notice, hasSize(0));
    }

    @Test
    void shouldHonourRetryAfter() {
        receiver.then(Receiver.status(429, "Retry-After", "3600"));
        JsonPath subscription = subscribe();

        Facts.enterpriseRegistered(uscc, "330226");

        await().atMost(20, SECONDS)
                .untilAsserted(() -> deliveries(subscription).body("items[0].attempts.status", contains(429)));
        String next = deliveries(subscription).extract().path("items[0].nextAttemptAt");
        String made = deliveries(subscription).extract().path("items[0].createdAt");
        assertThat(java.time.Duration.between(java.time.Instant.parse(made), java.time.Instant.parse(next)))
                .isGreaterThan(java.time.Duration.ofMinutes(59));
    }

    @Test
    void shouldSignWithOldAndNewSecretWhileARotationOverlaps() {
        JsonPath subscription = subscribe();
        String newer = Api.post(integrator, path(subscription) + "/secret-rotations", Map.of("overlapHours", 1))
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .extract()
                .path("secret");

        Facts.enterpriseRegistered(uscc, "330226");

        Receiver.Message message = messages(1).getFirst();
        assertThat(message.isSignedWith(subscription.getString("secret"))).isTrue();
        assertThat(message.isSignedWith(newer)).isTrue();
        Api.post(integrator, path(subscription) + "/secret-rotations", Map.of("overlapHours", 0))
                .statusCode(201);
        Facts.enterpriseRegistered(Usccs.in("330226"), "330226");
        assertThat(messages(2).getLast().isSignedWith(newer)).isFalse();
    }

    @Test
    void shouldKeepDeliveriesOfAPausedSubscriptionUntilItIsResumed() {
        JsonPath subscription = subscribe();
        Api.transition(integrator, path(subscription), 1, Map.of("action", "pause"))
                .statusCode(200)
                .body("status", equalTo("PAUSED"));
        Facts.enterpriseRegistered(uscc, "330226");
        awaitOutcome(subscription, "HELD");
        assertThat(receiver.messages()).isEmpty();

        Api.transition(integrator, path(subscription), 2, Map.of("action", "resume"))
                .statusCode(200);

        assertThat(messages(1)).hasSize(1);
    }

    @Test
    void shouldRecoverWhatADisabledSubscriptionMissed() {
        JsonPath subscription = subscribe();
        Api.transition(integrator, path(subscription), 1, Map.of("action", "disable"))
                .statusCode(200);
        Facts.enterpriseRegistered(uscc, "330226");
        awaitFeed(1);
        Api.transition(integrator, path(subscription), 2, Map.of("action", "resume"))
                .statusCode(200);
        Map<String, Long> start = Map.of("after", subscription.getLong("startPosition"));

        Api.post(integrator, path(subscription) + "/recoveries?dryRun=true", start)
                .statusCode(200)
                .body("count", equalTo(1))
                .body("missing", equalTo(1));
        assertThat(receiver.messages()).isEmpty();
        Api.post(integrator, path(subscription) + "/recoveries", start)
                .statusCode(200)
                .body("count", equalTo(1));

        messages(1);
        Api.post(integrator, path(subscription) + "/recoveries", start).body("count", equalTo(0));
    }

    @Test
    void shouldNotLetADeadTargetHoldUpOthers() {
        try (Receiver hanging = new Receiver()) {
            hanging.otherwise(exchange -> await().forever().until(() -> false));
            subscribe(hanging.url("/"));
            subscribe();

            for (int i = 0; i < 30; i++) {
                Facts.enterpriseRegistered(Usccs.in("330226"), "330226");
            }

            messages(30);
            assertThat(hanging.messages()).hasSizeLessThanOrEqualTo(30);
        }
    }

    @Test
    void shouldDeliverOnceWhenTheSameEventComesTwice() {
        JsonPath subscription = subscribe();
        String eventId = Facts.enterpriseRegistered(uscc, "330226");
        messages(1);

        Facts.publish(
                eventId,
                "qz.enterprise",
                uscc,
                "org.qualityzones.enterprise.registered.v1",
                1,
                "{}",
                "{\"uscc\":\"" + uscc + "\"}");
        Facts.enterpriseRegistered(Usccs.in("330226"), "330226");

        messages(2);
        deliveries(subscription).body("items", hasSize(2)).body("items.sequence", contains(2, 1));
    }

    @Test
    void shouldSurviveAnswersThatNeverEndOrComeInDrips() {
        receiver.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(block);
            }
        });
        JsonPath subscription = subscribe();

        Facts.enterpriseRegistered(uscc, "330226");

        awaitOutcome(subscription, "DELIVERED");
        deliveries(subscription).body("items[0].attempts", hasSize(1)).body("items[0].version", greaterThan(1));
    }

    private JsonPath subscribe() {
        return subscribe(receiver.url("/hook?tenant=7"));
    }

    private JsonPath subscribe(String target) {
        Map<String, Object> filter =
                Map.of("types", List.of("org.qualityzones.enterprise.*"), "areas", List.of("3302"));
        return Api.post(integrator, SUBSCRIPTIONS, Map.of("channel", "WEBHOOK", "target", target, "filter", filter))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String path(JsonPath subscription) {
        return SUBSCRIPTIONS + "/" + subscription.getString("id");
    }

    private List<Receiver.Message> messages(int count) {
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(receiver.messages()).hasSize(count));
        return receiver.messages();
    }

    private io.restassured.response.ValidatableResponse deliveries(JsonPath subscription) {
        return Api.get(integrator, "/api/v1/deliveries?subscription=" + subscription.getString("id"))
                .statusCode(200);
    }

    private void awaitOutcome(JsonPath subscription, String outcome) {
        await().atMost(30, SECONDS)
                .untilAsserted(() -> deliveries(subscription).body("items[0].outcome", equalTo(outcome)));
    }

    private static void awaitFeed(long events) {
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(Database.number("select count(*) from feed"))
                .isEqualTo(events));
    }
}
