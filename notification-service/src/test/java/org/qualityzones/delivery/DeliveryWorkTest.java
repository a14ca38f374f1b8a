package org.qualityzones.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qualityzones.channel.DeliveryOutcome;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/** The schedule of the tests has four attempts. */
@QuarkusTest
@WithServers("notification")
@TestProfile(DispatcherOff.class)
class DeliveryWorkTest {

    private static final InFlight.Room WIDE = new InFlight.Room(100, 100, Map.of(), Set.of(), List.of());
    private static final Instant STARTED = Instant.parse("2026-11-21T08:00:00Z");
    private static final DeliveryOutcome OK = new DeliveryOutcome.Delivered(204);
    private static final DeliveryOutcome FAILED = new DeliveryOutcome.Retry(500, Optional.empty(), "HTTP 500");
    private static final DeliveryOutcome GONE = new DeliveryOutcome.Rejected(410, "the target is gone");

    @Inject
    Claims claims;

    @Inject
    DeliveryWork work;

    private Planned planned;

    /** Both ways to record an attempt. */
    enum Way {
        TOGETHER,
        ALONE
    }

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
        planned = Planned.at("http://127.0.0.1:65001/");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRecordADeliveryItsAttemptAndHealth(Way way) {
        planned.due(1);
        Database.execute("update subscription_health set failing_since = now()");

        assertThat(finish(way, List.of(finished(claimed(), OK)))).hasSize(1);

        assertThat(planned.count("outcome = 'DELIVERED' and attempts = 1 and claim is null and claimed_until is null"
                        + " and version = 2 and finished_at = '2026-11-21T08:00:00.007Z'"))
                .isEqualTo(1);
        assertThat(attempts("attempt = 1 and at = '2026-11-21T08:00Z' and millis = 7 and result = 'DELIVERED'"
                        + " and status = 204 and detail is null"))
                .isEqualTo(1);
        assertThat(failingSince()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void shouldPutOffWhatFailedUntilTheScheduleEnds(Way way) {
        planned.due(1);

        finish(way, List.of(finished(claimed(), FAILED)));
        assertThat(planned.count("outcome = 'PENDING' and attempts = 1 and claim is null and finished_at is null"
                        + " and available_at >= '2026-11-21T08:00:00.057Z'"))
                .isEqualTo(1);
        finish(way, List.of(finished(claimed(), FAILED)));
        finish(way, List.of(finished(claimed(), DeliveryOutcome.Retry.because("no answer in time"))));
        finish(way, List.of(finished(claimed(), FAILED)));

        assertThat(planned.count("outcome = 'EXHAUSTED' and attempts = 4 and finished_at is not null"))
                .isEqualTo(1);
        assertThat(attempts("result = 'RETRY' and status = 500 and detail = 'HTTP 500'"))
                .isEqualTo(3);
        assertThat(attempts("attempt = 3 and status is null and detail = 'no answer in time'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldCloseWhatWasRejected(Way way) {
        planned.due(1);

        finish(way, List.of(finished(claimed(), GONE)));

        assertThat(planned.count("outcome = 'REJECTED' and finished_at is not null"))
                .isEqualTo(1);
        assertThat(attempts("result = 'REJECTED' and status = 410")).isEqualTo(1);
        assertThat(failingSince()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void shouldRecordNothingUnderAClaimThatWasLost(Way way) {
        planned.due(1);
        Claimed lost = claimed();
        Database.execute("update delivery set claimed_until = now()");
        Claimed held = claimed();

        assertThat(finish(way, List.of(finished(lost, GONE)))).isEmpty();

        assertThat(planned.count(
                        "outcome = 'PENDING' and attempts = 0 and version = 1 and claim = '" + held.claim() + "'"))
                .isEqualTo(1);
        assertThat(attempts("true")).isZero();
        assertThat(failingSince()).isNull();
        finish(way, List.of(finished(held, OK)));
        assertThat(planned.count("outcome = 'DELIVERED' and attempts = 1")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveHeldWhatFailedAfterItsSubscriptionWasPaused(Way way) {
        planned.due(1);
        Claimed claimed = claimed();
        Database.execute("update delivery set outcome = 'HELD'");

        finish(way, List.of(finished(claimed, FAILED)));

        assertThat(planned.count("outcome = 'HELD' and attempts = 1 and claim is null"))
                .isEqualTo(1);
    }

    @Test
    void shouldKnowSinceWhenATargetFailsWhateverIsRecordedTogether() {
        planned.due(4);
        List<Claimed> claimed = claims.claim(WIDE).deliveries();
        finish(Way.ALONE, List.of(finished(claimed.get(0), FAILED)));
        assertThat(failingSince()).isEqualTo(STARTED.plusMillis(7).toString());

        finish(Way.TOGETHER, List.of(finished(claimed.get(1), FAILED, 10)));
        assertThat(failingSince())
                .as("the first failure counts")
                .isEqualTo(STARTED.plusMillis(7).toString());

        finish(Way.TOGETHER, List.of(finished(claimed.get(2), OK, 20), finished(claimed.get(3), FAILED, 30)));
        assertThat(failingSince())
                .as("the answer between counts")
                .isEqualTo(STARTED.plusMillis(37).toString());
    }

    @Test
    void shouldNotWaitForWhatSomebodyElseHolds() throws SQLException {
        planned.due(3);
        List<Claimed> claimed = claims.claim(WIDE).deliveries();
        List<Finished> attempts = claimed.stream().map(one -> finished(one, OK)).toList();
        try (Connection other = Database.connect()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute(
                            "select from delivery where id = '" + claimed.get(1).id() + "' for update");

            assertThat(work.finish(attempts)).containsExactlyInAnyOrder(attempts.get(0), attempts.get(2));
        }
        assertThat(planned.count("outcome = 'DELIVERED'")).isEqualTo(2);
        assertThat(attempts("true")).isEqualTo(2);
        work.finish(attempts.get(1));
        assertThat(planned.count("outcome = 'DELIVERED'")).isEqualTo(3);
    }

    @Test
    void shouldRecordTheAttemptsOfManySubscriptionsTogether() {
        planned.due(2);
        Planned second = Planned.at("http://127.0.0.1:65002/").due(2);
        List<Finished> attempts = claims.claim(WIDE).deliveries().stream()
                .map(one -> finished(one, one.targetKey().endsWith("1") ? OK : FAILED))
                .toList();

        assertThat(work.finish(attempts)).hasSize(4);

        assertThat(planned.count("outcome = 'DELIVERED'")).isEqualTo(2);
        assertThat(second.count("outcome = 'PENDING' and attempts = 1")).isEqualTo(2);
        assertThat(Database.number("select count(*) from subscription_health where failing_since is not null"
                        + " and subscription_id = '" + second.id() + "'"))
                .isEqualTo(1);
        assertThat(failingSince()).isNull();
    }

    /** What was recorded. */
    private Set<Finished> finish(Way way, List<Finished> attempts) {
        if (way == Way.TOGETHER) {
            return work.finish(attempts);
        }
        long before = attempts("true");
        attempts.forEach(work::finish);
        return attempts("true") > before ? Set.copyOf(attempts) : Set.of();
    }

    private Claimed claimed() {
        Database.execute("update delivery set available_at = now() - interval '1 minute' where available_at > now()");
        return claims.claim(WIDE).deliveries().getFirst();
    }

    private static Finished finished(Claimed claimed, DeliveryOutcome outcome) {
        return finished(claimed, outcome, 0);
    }

    private static Finished finished(Claimed claimed, DeliveryOutcome outcome, long later) {
        Instant startedAt = STARTED.plus(Duration.ofMillis(later));
        return new Finished(claimed, outcome, startedAt, startedAt.plusMillis(7));
    }

    private static long attempts(String condition) {
        return Database.number("select count(*) from delivery_attempt where " + condition);
    }

    /** Null where it answers. */
    private String failingSince() {
        return Database.text("select to_char(failing_since at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
                + " from subscription_health where subscription_id = '" + planned.id() + "'");
    }
}
