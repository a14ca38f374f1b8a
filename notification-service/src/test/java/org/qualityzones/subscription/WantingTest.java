package org.qualityzones.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.FeedEvents;
import org.qualityzones.feed.FeedKeys;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

/** Who wants which of several events. */
@QuarkusTest
@WithServers("notification")
class WantingTest {

    private static final String TYPE = "org.qualityzones.enterprise.registered.v1";

    @Inject
    Subscriptions subscriptions;

    private final String uscc = Usccs.in("330226");
    private UUID integrator;
    private UUID enterprise;

    @BeforeEach
    void subscribe() {
        Database.truncate("feed_head");
        integrator = subscribe(Tokens.of(Roles.INTEGRATOR).subject("integrator").build());
        enterprise =
                subscribe(Tokens.of(Roles.ENTERPRISE).uscc(uscc).subject("own").build());
    }

    @Test
    void shouldTellNoticesAndEventsApartAndKeepTheOrderOfTheFeed() {
        String owner = Database.text("select owner_key from subscription where id = '" + enterprise + "'");
        FeedEvent ours = FeedEvents.at(4, FeedEvents.about(TYPE, keys(uscc)));
        FeedEvent notice = FeedEvents.at(5, FeedEvents.noticeFor(owner));
        FeedEvent others = FeedEvents.at(6, FeedEvents.noticeFor("somebody else"));
        FeedEvent theirs = FeedEvents.at(7, FeedEvents.about(TYPE, keys(Usccs.in("331125"))));

        assertThat(wanting(ours, notice, others, theirs))
                .containsExactly(
                        "4: " + List.of(integrator, enterprise),
                        "5: " + List.of(enterprise),
                        "7: " + List.of(integrator));
        assertThat(wanting(others)).isEmpty();
        assertThat(wanting(notice)).containsExactly("5: " + List.of(enterprise));
    }

    private List<String> wanting(FeedEvent... events) {
        return QuarkusTransaction.requiringNew().call(() -> subscriptions.wanting(List.of(events)).stream()
                .map(wanted -> wanted.event().position() + ": "
                        + wanted.by().stream().map(Subscription::id).toList())
                .toList());
    }

    private static FeedKeys keys(String uscc) {
        return FeedEvents.keys(List.of(uscc), List.of(uscc.substring(2, 8)), List.of());
    }

    private static UUID subscribe(String token) {
        return UUID.fromString(Api.post(
                        token,
                        "/api/v1/subscriptions",
                        Map.of("channel", "WEBHOOK", "target", "http://127.0.0.1:65535/"))
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
