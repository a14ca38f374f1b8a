package org.qualityzones.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Scrape;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Facts;
import org.qualityzones.trial.Receiver;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class DeliveryMetersTest {

    private final String integrator =
            Tokens.of(Roles.INTEGRATOR).subject("integrator").build();
    private final Receiver receiver = new Receiver();

    @Inject
    DeliveryMeters meters;

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void shouldTellAttemptsByResultAndOpenDeliveriesByState() {
        double delivered = Scrape.now().sum("qz_delivery_attempts_total", "result=Delivered");
        subscribe();

        Facts.enterpriseRegistered(Usccs.in("330226"), "330226");

        await().atMost(30, SECONDS)
                .until(() -> Scrape.now().sum("qz_delivery_attempts_total", "result=Delivered") == delivered + 1);
        meters.refresh();
        Scrape scrape = Scrape.now();
        assertThat(scrape.series("qz_deliveries_open"))
                .containsExactlyInAnyOrder("qz_deliveries_open{state=HELD}", "qz_deliveries_open{state=PENDING}");
        assertThat(scrape.sum("qz_deliveries_open")).isZero();
    }

    @Test
    void shouldCountWhatIsHeldForAPausedSubscription() {
        String subscription = subscribe();
        Api.transition(integrator, "/api/v1/subscriptions/" + subscription, 1, Map.of("action", "pause"))
                .statusCode(200);

        Facts.enterpriseRegistered(Usccs.in("330226"), "330226");

        await().atMost(30, SECONDS).untilAsserted(() -> {
            meters.refresh();
            assertThat(Scrape.now().sum("qz_deliveries_open", "state=HELD")).isEqualTo(1);
        });
        assertThat(Scrape.now().sum("qz_deliveries_overdue_seconds")).isZero();
    }

    @Test
    void shouldTellForEachConsumerHowFarItIsBehind() {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(Scrape.now().series("qz_consumer_lag"))
                .contains("qz_consumer_lag{consumer=zone-feed, topic=qz.zone}")
                .hasSizeGreaterThan(5));
    }

    private String subscribe() {
        Map<String, Object> filter = Map.of("types", List.of("org.qualityzones.enterprise.*"));
        return Api.post(
                        integrator,
                        "/api/v1/subscriptions",
                        Map.of("channel", "WEBHOOK", "target", receiver.url("/hook"), "filter", filter))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
