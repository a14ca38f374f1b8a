package org.qualityzones.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.channel.Delivery;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("notification")
@TestProfile(DispatcherOff.class)
class ClaimsTest {

    private static final InFlight.Room WIDE = new InFlight.Room(100, 100, Map.of(), Set.of(), List.of());

    @Inject
    Claims claims;

    @Inject
    org.qualityzones.store.Database database;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldTakeWhatHasBeenDueForLongest() {
        Planned first = Planned.at("http://127.0.0.1:65001/").due(2);
        Planned second = Planned.at("http://127.0.0.1:65002/").due(2);

        List<Claimed> taken = claim(new InFlight.Room(3, 100, Map.of(), Set.of(), List.of()));

        assertThat(taken).hasSize(3);
        assertThat(first.count("claim is not null")).isEqualTo(2);
        assertThat(second.count("claim is not null and available_at = (select min(available_at) from delivery d"
                        + " where d.subscription_id = delivery.subscription_id)"))
                .isEqualTo(1);
    }

    @Test
    void shouldTakeWhatIsLeftOfTheShareOfATarget() {
        Planned busy = Planned.at("http://127.0.0.1:65001/a").due(5);
        Planned sameTarget = Planned.at("http://127.0.0.1:65001/b").due(5);
        Planned idle = Planned.at("http://127.0.0.1:65002/").due(5);

        claim(new InFlight.Room(100, 3, Map.of(busy.targetKey(), 1, "http://other:80", 2), Set.of(), List.of()));

        assertThat(busy.count("claim is not null") + sameTarget.count("claim is not null"))
                .isEqualTo(2);
        assertThat(idle.count("claim is not null")).isEqualTo(3);
    }

    @Test
    void shouldLeaveTargetsAloneThatAreFullOrStandAsideAndSubscriptionsThatAskedForIt() {
        Planned full = Planned.at("http://127.0.0.1:65001/").due(1);
        Planned aside = Planned.at("http://127.0.0.1:65002/").due(1);
        Planned quiet = Planned.at("http://127.0.0.1:65003/a").due(1);
        Planned sameTarget = Planned.at("http://127.0.0.1:65003/b").due(1);

        List<Claimed> taken = claim(new InFlight.Room(
                100, 2, Map.of(full.targetKey(), 2), Set.of(aside.targetKey()), List.of(UUID.fromString(quiet.id()))));

        assertThat(taken).extracting(one -> one.subscriptionId().toString()).containsExactly(sameTarget.id());
    }

    @Test
    void shouldLeaveAClaimedDeliveryToItsClaimUntilTheLeaseEnds() {
        Planned planned = Planned.at("http://127.0.0.1:65001/").due(1);
        Claimed first = claim(WIDE).getFirst();
        assertThat(claim(WIDE)).isEmpty();
        assertThat(planned.count("claimed_until > now() + interval '50 seconds' and available_at < now()"))
                .isEqualTo(1);

        Database.execute("update delivery set claimed_until = now()");

        assertThat(claim(WIDE)).singleElement().satisfies(second -> {
            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.claim()).isNotEqualTo(first.claim());
        });
    }

    @Test
    void shouldNotTakeWhatIsNotDue() {
        Planned.at("http://127.0.0.1:65001/").due(3);
        Database.execute("update delivery set available_at = now() + interval '1 hour' where sequence % 3 = 0");
        Database.execute("update delivery set outcome = 'HELD' where sequence % 3 = 1");

        assertThat(claim(WIDE)).hasSize(1);
    }

    @Test
    void shouldNotWaitForWhatAnotherInstanceIsTaking() throws SQLException {
        Planned planned = Planned.at("http://127.0.0.1:65001/").due(3);
        try (Connection other = Database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select from delivery order by available_at limit 1 for update");

            assertThat(claim(WIDE)).hasSize(2);
        }
        assertThat(planned.count("claim is not null")).isEqualTo(2);
    }

    @Test
    void shouldGiveADeliveryToOneOfThoseThatAskAtOnce() throws Exception {
        InFlight.Room some = new InFlight.Room(7, 7, Map.of(), Set.of(), List.of());
        Planned.at("http://127.0.0.1:65001/").due(300);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Claimed>>> asked =
                    threads.invokeAll(Collections.nCopies(60, (Callable<List<Claimed>>) () -> claim(some)));

            List<UUID> taken = new ArrayList<>();
            for (Future<List<Claimed>> one : asked) {
                one.get().forEach(claimed -> taken.add(claimed.id()));
            }

            assertThat(taken).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldLookAtNoMoreThanItsWindowInAQueueThatGrewSinceItsStatistics() throws JsonProcessingException {
        Planned planned = Planned.at("http://127.0.0.1:65001/").due(2_000);
        Database.execute("update delivery set outcome = 'DELIVERED', finished_at = now()");
        Database.execute("vacuum analyze delivery");
        planned.due(6 * Claims.WINDOW);

        assertThat(steps(new InFlight.Room(128, 8, Map.of(), Set.of(), List.of())))
                .contains(new Step("Limit ", Claims.WINDOW))
                .allSatisfy(step -> assertThat(step.rows()).as(step.what()).isLessThanOrEqualTo(2L * Claims.WINDOW));
    }

    @Test
    void shouldTellWhetherMoreIsDueThanItLookedAt() {
        Planned.at("http://127.0.0.1:65001/").due(Claims.WINDOW - 1);
        assertThat(claims.claim(new InFlight.Room(1, 1, Map.of(), Set.of(), List.of()))
                        .cut())
                .isFalse();

        Planned.at("http://127.0.0.1:65002/").due(2);

        assertThat(claims.claim(new InFlight.Room(1, 1, Map.of(), Set.of(), List.of()))
                        .cut())
                .isTrue();
    }

    @Test
    void shouldLoadEachWithItsEventAndTheSecretsInForceOfItsSubscription() {
        Planned rotated = Planned.at("http://127.0.0.1:65001/a").due(2);
        Planned replaced = Planned.at("http://127.0.0.1:65001/b").due(1);
        String newer = rotated.rotate(1);
        String only = replaced.rotate(0);
        List<Claimed> taken = claim(WIDE);

        Map<UUID, Delivery> loaded = claims.load(taken);

        assertThat(loaded).hasSize(3);
        for (Claimed one : taken) {
            Delivery delivery = loaded.get(one.id());
            assertThat(delivery.messageId()).isEqualTo("e" + one.feedPosition());
            assertThat(new String(delivery.body(), StandardCharsets.UTF_8))
                    .contains("\"feedPosition\":" + one.feedPosition() + ",");
            assertThat(delivery.privateKey()).isPresent();
            boolean ofRotated = one.subscriptionId().toString().equals(rotated.id());
            assertThat(delivery.secrets().stream().map(ClaimsTest::text).toList())
                    .isEqualTo(ofRotated ? List.of(newer, rotated.secret()) : List.of(only));
        }
    }

    /** One step of a plan, and the rows that it looked at. */
    private record Step(String what, long rows) {}

    /** How a claim is executed. */
    private List<Step> steps(InFlight.Room room) throws JsonProcessingException {
        String plan = QuarkusTransaction.requiringNew().call(() -> database.first(
                        "EXPLAIN (ANALYZE, FORMAT JSON) " + Claims.CLAIM,
                        row -> row.text("QUERY PLAN"),
                        claims.parameters(room))
                .orElseThrow());
        List<Step> steps = new ArrayList<>();
        collect(json.readTree(plan).path(0).path("Plan"), steps);
        return steps;
    }

    private static void collect(JsonNode plan, List<Step> steps) {
        double rows = plan.path("Actual Rows").asDouble()
                + plan.path("Rows Removed by Filter").asDouble()
                + plan.path("Rows Removed by Join Filter").asDouble();
        steps.add(new Step(
                plan.path("Node Type").asText() + ' ' + plan.path("Index Name").asText(),
                Math.round(rows * plan.path("Actual Loops").asDouble())));
        plan.path("Plans").forEach(child -> collect(child, steps));
    }

    private List<Claimed> claim(InFlight.Room room) {
        return claims.claim(room).deliveries();
    }

    private static String text(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }
}
