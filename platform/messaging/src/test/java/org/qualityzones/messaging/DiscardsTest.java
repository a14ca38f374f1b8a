package org.qualityzones.messaging;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.Heartbeat;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.ParkedLetter.State;
import org.qualityzones.messaging.support.DatabaseException;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("inspection")
class DiscardsTest {

    private static final String WHY = "sent by a rogue producer";

    @Inject
    Inbox inbox;

    @Inject
    Effects effects;

    @Inject
    ZoneFacts facts;

    @Inject
    DeclarationActs acts;

    @Inject
    ParkedLetters letters;

    @Inject
    Redrives redrives;

    @Inject
    Discards discards;

    @Inject
    Freshness freshness;

    @Inject
    MessagingMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    UnitOfWork work;

    @Inject
    Clock clock;

    private String key;

    @BeforeEach
    void newKey() {
        key = "key-" + UUID.randomUUID();
    }

    @AfterEach
    void heal() {
        effects.heal();
    }

    @Test
    void shouldLetThoseThatWaitFollowInOrderAndNeverApplyTheDiscarded() {
        effects.poison(key, 1);
        Records rogue = Records.declaration(key, 1);
        inbox.receive(acts, rogue.record());
        receive(2, 3);
        UUID letter = first();

        assertThat(discards.discard(letter, WHY)).isEqualTo(new Discard.Done(2, null));

        assertThat(effects()).containsExactly(2L, 3L);
        ParkedLetter discarded = letters.find(letter).orElseThrow();
        assertThat(discarded.state()).isEqualTo(State.DISCARDED);
        assertThat(discarded.discardReason()).isEqualTo(WHY);
        assertThat(discarded.closedAt()).isNotNull();
        assertThat(discarded.attempts()).isEqualTo(1);
        assertThat(discarded.reasonCode()).isEqualTo("handler-failed");
        assertThat(Database.number("""
                select count(*) from audit_entry where action = 'parked-letter.discard'
                and subject = '%s' and detail = '%s'""".formatted(letter, WHY))).isEqualTo(1);

        effects.heal();
        inbox.receive(acts, rogue.record());
        inbox.receive(acts, rogue.again().record());
        receive(4);
        assertThat(effects()).containsExactly(2L, 3L, 4L);
        assertThat(states())
                .isEqualTo(Map.of(
                        1L, State.DISCARDED,
                        2L, State.REDRIVEN,
                        3L, State.REDRIVEN));
    }

    @Test
    void shouldParkTheNextThatFailsAndSayWhich() {
        effects.poison(key, 1);
        effects.poison(key, 3);
        receive(1, 2, 3, 4);
        UUID letter = first();

        Discard discard = discards.discard(letter, WHY);

        UUID third = first();
        assertThat(discard).isEqualTo(new Discard.Done(1, third));
        assertThat(letters.find(third).orElseThrow().reasonCode()).isEqualTo("handler-failed");
        assertThat(states())
                .isEqualTo(Map.of(
                        1L, State.DISCARDED,
                        2L, State.REDRIVEN,
                        3L, State.PARKED,
                        4L, State.WAITING));
        assertThat(discards.discard(third, WHY)).isEqualTo(new Discard.Done(1, null));
        assertThat(effects()).containsExactly(2L, 4L);
    }

    @Test
    void shouldCountAKeyOfFactsAsCurrentAndLeaveTheCopyAsItWas() {
        beCurrent();
        effects.poison(key, 2);
        inbox.receive(facts, Records.zone(key, 1).record());
        Records rogue = Records.zone(key, 2);
        inbox.receive(facts, rogue.record());
        assertThat(freshness.isStale(Topics.ZONE, key)).isTrue();
        UUID letter = letters.firstOpen(ZoneFacts.NAME, Topics.ZONE, key)
                .orElseThrow()
                .id();

        assertThat(discards.discard(letter, WHY)).isEqualTo(new Discard.Done(0, null));

        await().untilAsserted(() -> {
            beCurrent();
            assertThat(freshness.isStale(Topics.ZONE, key)).isFalse();
        });
        effects.heal();
        inbox.receive(facts, rogue.again().record());
        assertThat(effects.of(ZoneFacts.NAME, key)).containsExactly(1L);
        inbox.receive(facts, Records.zone(key, 3).record());
        assertThat(effects.of(ZoneFacts.NAME, key)).containsExactly(1L, 3L);
        assertThat(letters.find(letter).orElseThrow().state()).isEqualTo(State.DISCARDED);
    }

    @Test
    void shouldDiscardOnlyWhatIsOpenAndWaitsForNoOther() {
        effects.poison(key, 1);
        receive(1, 2);
        UUID parked = first();
        UUID waiting = lastWaiting();

        assertThat(discards.discard(waiting, WHY)).isEqualTo(new Discard.NotOpen(State.WAITING, parked));
        assertThat(letters.find(waiting).orElseThrow().state()).isEqualTo(State.WAITING);
        assertThat(discards.discard(parked, WHY)).isEqualTo(new Discard.Done(1, null));
        assertThat(discards.discard(parked, "another")).isEqualTo(new Discard.NotOpen(State.DISCARDED, null));
        assertThat(letters.find(parked).orElseThrow().discardReason()).isEqualTo(WHY);
        assertThat(redrives.redrive(parked)).isEqualTo(new Redrive.NotOpen(State.DISCARDED, null));
        assertThat(discards.discard(waiting, WHY)).isEqualTo(new Discard.NotOpen(State.REDRIVEN, null));
        assertThat(discards.discard(UUID.randomUUID(), WHY)).isEqualTo(new Discard.NotThere());
    }

    @Test
    void shouldDiscardARecordWithoutAnIdAndParkItAnewWhenItIsSentAgain() {
        Records corrupted = Records.declaration(key, 1).without(CloudEvents.ID);
        inbox.receive(acts, corrupted.record());
        receive(2, 3);
        UUID letter = first();

        assertThat(discards.discard(letter, WHY)).isEqualTo(new Discard.Done(2, null));

        inbox.receive(acts, corrupted.record());
        assertThat(letters.anyOpen(DeclarationActs.NAME, Topics.DECLARATION, key))
                .as("the same record, delivered twice")
                .isFalse();
        inbox.receive(acts, corrupted.again().record());
        assertThat(letters.find(first()).orElseThrow().state()).isEqualTo(State.PARKED);
        assertThat(effects()).containsExactly(2L, 3L);
    }

    @Test
    void shouldNotDiscardFactsThatANewerVersionSuperseded() {
        effects.poison(key, 1);
        inbox.receive(facts, Records.zone(key, 1).record());
        UUID letter = letters.firstOpen(ZoneFacts.NAME, Topics.ZONE, key)
                .orElseThrow()
                .id();
        inbox.receive(facts, Records.zone(key, 2).record());

        assertThat(discards.discard(letter, WHY)).isEqualTo(new Discard.NotOpen(State.SUPERSEDED, null));
        assertThat(letters.find(letter).orElseThrow().discardReason()).isNull();
    }

    @Test
    void shouldGoOnWithALetterThatIsLeftWaitingForNone() {
        effects.poison(key, 1);
        receive(1, 2, 3, 4);
        effects.runOnce(key, 2, () -> {
            throw new DatabaseException("gone", new SQLException("connection failure", "08006"));
        });
        UUID letter = first();

        assertThatThrownBy(() -> discards.discard(letter, WHY)).isInstanceOf(DatabaseException.class);

        assertThat(states()).containsEntry(1L, State.DISCARDED).containsEntry(2L, State.WAITING);
        assertThat(redrives.redrive(lastWaiting())).isInstanceOf(Redrive.NotOpen.class);
        assertThat(redrives.redrive(first())).isEqualTo(new Redrive.Done(3));
        assertThat(effects()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void shouldDiscardALetterOfAConsumerThatIsNoMore() {
        effects.poison(key, 1);
        receive(1, 2);
        Database.execute("update parked_letter set consumer = 'gone' where key = '" + key + "'");
        UUID letter =
                letters.firstOpen("gone", Topics.DECLARATION, key).orElseThrow().id();

        assertThat(redrives.redrive(letter)).isEqualTo(new Redrive.NobodyTakesIt("gone"));
        assertThat(discards.discard(letter, WHY)).isEqualTo(new Discard.Done(0, null));
        UUID second =
                letters.firstOpen("gone", Topics.DECLARATION, key).orElseThrow().id();
        assertThat(discards.discard(second, WHY)).isEqualTo(new Discard.Done(0, null));
        assertThat(effects()).isEmpty();
    }

    @Test
    void shouldNotCountDiscardedLettersAsOpen() {
        Database.truncate();
        effects.poison(key, 1);
        receive(1);
        metrics.refresh();
        assertThat(openLetters()).isEqualTo(1);

        discards.discard(first(), WHY);

        metrics.refresh();
        assertThat(openLetters()).isZero();
    }

    /** All of them have seen the letter open and stand before its key's lock when the first may go on. */
    @RepeatedTest(12)
    void shouldSettleALetterOnceHoweverManyTryAtTheSameMoment() {
        effects.poison(key, 1);
        receive(1, 2, 3);
        effects.heal();
        UUID letter = first();

        List<Object> results = atTheSameMoment(
                () -> discards.discard(letter, "one"),
                () -> redrives.redrive(letter),
                () -> discards.discard(letter, "another"),
                () -> redrives.redrive(letter));

        State settled = letters.find(letter).orElseThrow().state();
        assertThat(settled).isIn(State.DISCARDED, State.REDRIVEN);
        assertThat(results)
                .containsOnlyOnce(settled == State.DISCARDED ? new Discard.Done(2, null) : new Redrive.Done(3))
                .filteredOn(result -> result instanceof Discard.Done || result instanceof Redrive.Done)
                .hasSize(1);
        assertThat(results.stream()
                        .filter(result -> result.equals(new Discard.NotOpen(settled, null))
                                || result.equals(new Redrive.NotOpen(settled, null)))
                        .count())
                .isEqualTo(3);
        assertThat(effects()).isEqualTo(settled == State.DISCARDED ? List.of(2L, 3L) : List.of(1L, 2L, 3L));
    }

    @Test
    void shouldDiscardALetterWhoseRedriveFailsMeanwhile() {
        effects.poison(key, 1);
        receive(1, 2);
        UUID letter = first();
        effects.heal();
        CountDownLatch trying = new CountDownLatch(1);
        effects.runOnce(key, 1, () -> {
            trying.countDown();
            awaitWaiting(1);
            throw new IllegalArgumentException("still indigestible");
        });

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Redrive> redrive = threads.submit(() -> redrives.redrive(letter));
            trying.await();
            assertThat(discards.discard(letter, WHY)).isEqualTo(new Discard.Done(1, null));
            assertThat(redrive.get()).isNotInstanceOf(Redrive.Done.class);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }

        assertThat(letters.find(letter).orElseThrow().state()).isEqualTo(State.DISCARDED);
        assertThat(effects()).containsExactly(2L);
    }

    @SafeVarargs
    private List<Object> atTheSameMoment(Callable<Object>... attempts) {
        List<Object> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = new ArrayList<>();
            work.run(() -> {
                letters.lock(DeclarationActs.NAME, Topics.DECLARATION, key);
                for (Callable<Object> attempt : attempts) {
                    running.add(threads.submit(attempt));
                }
                awaitWaiting(attempts.length);
            });
            for (Future<Object> result : running) {
                results.add(result.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
        return results;
    }

    private static void awaitWaiting(int threads) {
        await().until(() -> Database.number("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                        + " and database = (select oid from pg_database where datname = current_database())")
                == threads);
    }

    private void receive(long... versions) {
        for (long version : versions) {
            inbox.receive(acts, Records.declaration(key, version).record());
        }
    }

    private UUID first() {
        return letters.firstOpen(DeclarationActs.NAME, Topics.DECLARATION, key)
                .orElseThrow()
                .id();
    }

    private UUID lastWaiting() {
        return ofKey().stream()
                .filter(letter -> letter.state() == State.WAITING)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Map<Long, State> states() {
        return ofKey().stream().collect(toMap(ParkedLetter::version, ParkedLetter::state));
    }

    /** Newest first. */
    private List<ParkedLetter> ofKey() {
        return letters.list(null, DeclarationActs.NAME, null, 200).stream()
                .filter(letter -> key.equals(letter.key()))
                .toList();
    }

    private List<Long> effects() {
        return effects.of(DeclarationActs.NAME, key);
    }

    private double openLetters() {
        return meters.find("qz.parked.letters").tag("consumer", DeclarationActs.NAME).gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private void beCurrent() {
        freshness.heard(new Heartbeat(Topics.ZONE, Map.of("0", 0L), clock.instant()));
        freshness.refresh();
    }
}
