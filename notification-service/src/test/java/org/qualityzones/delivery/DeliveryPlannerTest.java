package org.qualityzones.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.feed.FeedIntake;
import org.qualityzones.messaging.Event;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Events;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

/** Which deliveries are planned for events that are taken in together. */
@QuarkusTest
@WithServers("notification")
class DeliveryPlannerTest {

    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    @Inject
    FeedIntake intake;

    private final String ours = Usccs.in("330226");
    private final String theirs = Usccs.in("331125");
    private final String integrator =
            Tokens.of(Roles.INTEGRATOR).subject("integrator").build();
    private final String enterprise =
            Tokens.of(Roles.ENTERPRISE).uscc(ours).subject("own").build();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldPlanWhatEachSubscriptionWantsInTheOrderOfTheFeed() {
        String ofEnterprises = subscribe(integrator, "org.qualityzones.enterprise.*");
        String ofRules = subscribe(integrator, "org.qualityzones.rule-set.*");
        String paused = subscribe(enterprise);
        Api.transition(enterprise, SUBSCRIPTIONS + "/" + paused, 1, Map.of("action", "pause"))
                .statusCode(200);
        Event registered = about("enterprise", ours);
        Event published = about("rule-set", null);
        Event unwanted = about("declaration", theirs);
        Event moved = about("enterprise", theirs);
        Event again = about("rule-set", null);
        Event decided = about("declaration", ours);
        Event last = about("enterprise", ours);

        take(registered, published, unwanted, moved, again, decided);
        take(last);

        assertThat(planned(ofEnterprises)).containsExactly(registered.id(), moved.id(), last.id());
        assertThat(planned(ofRules)).containsExactly(published.id(), again.id());
        assertThat(planned(paused)).containsExactly(registered.id(), decided.id(), last.id());
        assertThat(Database.number("select count(*) from delivery where outcome <> 'HELD' and subscription_id = '%s'"
                        .formatted(paused)))
                .isZero();
        assertThat(Database.number("select count(*) from delivery where outcome = 'HELD'"))
                .isEqualTo(3);
        assertThat(Database.number("select count(*) from delivery d join feed f on f.event_id = d.event_id"
                        + " and f.position = d.feed_position and f.subject = d.subject"))
                .isEqualTo(8);
    }

    @Test
    void shouldPlanForNobodyWhatNobodyWants() {
        subscribe(integrator, "org.qualityzones.zone.*");

        take(about("enterprise", ours), about("rule-set", null));

        assertThat(Database.number("select count(*) from feed")).isEqualTo(2);
        assertThat(Database.number("select count(*) from delivery")).isZero();
        assertThat(Database.number("select last from subscription_sequence")).isZero();
    }

    @Test
    void shouldPlanAsIfEachHadComeAlone() {
        String together = subscribe(integrator);
        Event[] events = {about("enterprise", ours), about("zone", null), about("declaration", theirs)};
        take(events);
        Map<String, Long> before = sequences(together);

        Database.truncate("feed_head");
        String alone = subscribe(integrator);
        Arrays.stream(events).forEach(this::take);

        assertThat(before).hasSize(3).isEqualTo(sequences(alone));
    }

    private void take(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> intake.take(List.of(events)));
    }

    private static Event about(String what, String uscc) {
        return Events.of(
                "qz." + what,
                "org.qualityzones." + what + ".changed.v1",
                uscc == null ? "key" : uscc,
                uscc == null ? "{}" : "{\"uscc\":\"" + uscc + "\"}");
    }

    private static String subscribe(String token, String... types) {
        return Api.post(
                        token,
                        SUBSCRIPTIONS,
                        Map.of(
                                "channel",
                                "WEBHOOK",
                                "target",
                                "http://127.0.0.1:65535/",
                                "filter",
                                Map.of("types", List.of(types))))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Event ids by sequence, which begins at 1 and has no gap, in the order of the feed. */
    private static List<String> planned(String subscription) {
        String mine = " from delivery where subscription_id = '" + subscription + "'";
        assertThat(Database.number("select count(*) filter (where sequence <> place)::bigint from (select sequence,"
                        + " row_number() over (order by feed_position) as place" + mine + ") numbered"))
                .isZero();
        return List.of(Database.text("select string_agg(event_id, ',' order by sequence)" + mine)
                .split(","));
    }

    private static Map<String, Long> sequences(String subscription) {
        Map<String, Long> sequences = new HashMap<>();
        List<String> ids = planned(subscription);
        ids.forEach(id -> sequences.put(id, ids.indexOf(id) + 1L));
        return sequences;
    }
}
