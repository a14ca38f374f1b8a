package org.qualityzones.factchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.TestClock;

/** The queue by itself: nobody follows anything up meanwhile. */
@QuarkusTest
@TestProfile(FactChangesTest.Quiet.class)
@WithServers("inspection")
class FactChangesTest {

    /** Nothing runs on a schedule. */
    public static class Quiet implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.scheduler.enabled", "false");
        }
    }

    @Inject
    FactChanges changes;

    @Inject
    FactChangeConfig config;

    @Inject
    TestClock clock;

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
    }

    @AfterEach
    void resetClock() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldKeepAClaimedChangeForTheNextWhenTheClaimantIsGone() {
        run(() -> changes.record(FactChange.Kind.ENTERPRISE, "A"));

        assertThat(claim()).map(FactChange::key).contains("A");
        assertThat(claim()).isEmpty();
        clock.moveTo(config.lease().plusSeconds(1));
        assertThat(claim()).map(FactChange::key).contains("A");
    }

    @Test
    void shouldGoOnBehindWhatIsDealtWith() {
        UUID last = UUID.randomUUID();
        run(() -> changes.record(FactChange.Kind.ENTERPRISE, "A"));
        FactChange first = claim().orElseThrow();

        run(() -> changes.advance(first, last));

        assertThat(claim()).map(FactChange::afterId).contains(last);
    }

    @Test
    void shouldFollowSeveralChangesOfOneKeyUpAtOnce() {
        for (int i = 0; i < 10; i++) {
            run(() -> changes.record(FactChange.Kind.ENTERPRISE, "A"));
        }
        run(() -> changes.record(FactChange.Kind.ENTERPRISE, "B"));

        FactChange first = claim().orElseThrow();
        run(() -> changes.finish(first));

        assertThat(first.key()).isEqualTo("A");
        assertThat(claim()).map(FactChange::key).contains("B");
        assertThat(claim()).isEmpty();
    }

    @Test
    void shouldLookAtWhatWasJustBeingFiledOnceMore() {
        run(() -> changes.record(FactChange.Kind.WARNING, "w"));
        FactChange first = claim().orElseThrow();
        run(() -> changes.finish(first));

        assertThat(claim()).isEmpty();
        clock.moveTo(Duration.ofSeconds(91));
        FactChange second = claim().orElseThrow();
        assertThat(second.afterId()).isNotNull();
        assertThat(second.afterId().version()).isEqualTo(7);
    }

    @Test
    void shouldWaitForTheDayAndForgetDaysThatHaveBegun() {
        LocalDate today = ShanghaiDays.of(clock.instant());
        run(() -> changes.recordOn(FactChange.Kind.WARNING, "w", today));
        run(() -> changes.recordOn(FactChange.Kind.WARNING, "w", null));
        run(() -> changes.recordOn(FactChange.Kind.WARNING, "w", today.plusDays(1)));

        assertThat(claim()).isEmpty();
        clock.moveTo(Duration.ofDays(1));
        assertThat(claim()).isPresent();
    }

    @Test
    void shouldRecordNothingWhenTheChangeIsRolledBack() {
        QuarkusTransaction.begin();
        changes.record(FactChange.Kind.ENTERPRISE, "A");
        QuarkusTransaction.rollback();

        assertThat(claim()).isEmpty();
    }

    @Test
    void shouldTryAgainLaterWhatFailed() {
        run(() -> changes.recordAfter(UUID.randomUUID(), Duration.ofSeconds(1)));
        assertThat(claim()).isEmpty();
        clock.moveTo(Duration.ofSeconds(2));
        FactChange change = claim().orElseThrow();

        run(() -> changes.postpone(change, Duration.ofSeconds(60)));

        assertThat(claim()).isEmpty();
        clock.moveTo(Duration.ofSeconds(63));
        assertThat(claim()).map(FactChange::attempts).contains(1);
    }

    private Optional<FactChange> claim() {
        Supplier<Optional<FactChange>> claim = changes::claim;
        return QuarkusTransaction.requiringNew().call(claim::get);
    }

    private static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
