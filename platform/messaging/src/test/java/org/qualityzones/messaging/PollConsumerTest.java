package org.qualityzones.messaging;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.ParkedLetter.State;
import org.qualityzones.messaging.support.DatabaseException;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.tracing.Tracing;

/** What one poll gave a consumer whose effects are written together. */
@QuarkusTest
@WithServers("inspection")
class PollConsumerTest {

    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b%d-01";

    @Inject
    Inbox inbox;

    @Inject
    Effects effects;

    @Inject
    DeclarationPolls polls;

    @Inject
    ParkedLetters letters;

    @Inject
    Redrives redrives;

    @Inject
    SimpleMeterRegistry meters;

    @Inject
    InboxTable table;

    @Inject
    Parking parking;

    @Inject
    Freshness freshness;

    @Inject
    InboxMetrics metrics;

    @Inject
    Tracing tracing;

    @Inject
    MessagingConfig config;

    private final Transactions transactions = new Transactions();
    private Inbox counting;
    private String key;
    private String other;

    @BeforeEach
    void open() {
        key = "key-" + UUID.randomUUID();
        other = "other-" + key;
        counting = new Inbox(table, parking, transactions, freshness, metrics, tracing, config);
        polls.forget();
    }

    @AfterEach
    void heal() {
        effects.heal();
    }

    @Test
    void shouldTakeInWhatOnePollGaveAtOnce() {
        Records before = Records.declaration(key, 1);
        receive(before.record());
        Records twice = Records.declaration(key, 2);
        Map<String, Double> counted = counts();

        receive(
                before.again().record(),
                twice.record(),
                unwanted().record(),
                Records.declaration(other, 1).record(),
                twice.again().record(),
                Records.declaration(key, 3).record());

        assertThat(given()).containsExactly(List.of(key + "/1"), List.of(key + "/2", other + "/1", key + "/3"));
        assertThat(effects.of(DeclarationPolls.NAME, key)).containsExactly(1L, 2L, 3L);
        assertThat(transactions.begun).isEqualTo(2);
        assertThat(Database.number("select count(distinct xmin::text) from effect where version > 1 and key = '%s'"
                        .formatted(key)))
                .isEqualTo(1);
        String arrived = polls.given().getLast().stream().map(Event::id).collect(joining("','", "('", "')"));
        assertThat(Database.number("select count(distinct cmin::text) from inbox where event_id in " + arrived))
                .as("statements")
                .isEqualTo(1);
        assertThat(gained(counted)).isEqualTo(Map.of("applied", 3.0, "duplicate", 2.0, "skipped", 1.0));
    }

    @Test
    void shouldTellHowFarItHasComeInEachPartition() {
        Records here = Records.declaration(key, 2);
        Records there = unwanted().partition(1);

        receive(
                Records.declaration(key, 1).record(),
                here.again().record(),
                Records.declaration(other, 1).partition(1).record(),
                there.again().record());
        assertThat(position(0)).isEqualTo(here.record().offset() + 1);
        assertThat(position(1)).isEqualTo(there.record().offset() + 1);

        Records last = unwanted();
        receive(unwanted().record(), last.again().record());
        assertThat(position(0)).isEqualTo(last.record().offset() + 1);

        receive(here.record(), there.record());
        assertThat(position(0)).as("never back").isEqualTo(last.record().offset() + 1);
        assertThat(effects.of(DeclarationPolls.NAME, key)).containsExactly(1L, 2L);
    }

    @Test
    void shouldCallNobodyForAPollWithoutAnythingNew() {
        Records event = Records.declaration(key, 1);
        receive(event.record());
        polls.forget();

        receive(event.again().record(), unwanted().record(), event.again().record());

        assertThat(polls.given()).isEmpty();
        assertThat(position(0)).isEqualTo(event.record().offset() + 1);
    }

    @Test
    void shouldHaveEventsWaitBehindAParkedOneWhileOthersAreApplied() {
        effects.poison(key, 1);
        receive(Records.declaration(key, 1).record());
        polls.forget();
        Records late = Records.declaration(key, 3);

        receive(
                Records.declaration(other, 1).record(),
                Records.declaration(key, 2).record(),
                late.again().record(),
                Records.declaration(other, 2).record(),
                late.again().record());

        assertThat(given()).containsExactly(List.of(other + "/1", other + "/2"));
        assertThat(states())
                .isEqualTo(Map.of(
                        1L, State.PARKED,
                        2L, State.WAITING,
                        3L, State.WAITING));
        assertThat(position(0)).isEqualTo(late.record().offset() + 1);

        effects.heal();
        Redrive redrive = redrives.redrive(letters.firstOpen(DeclarationPolls.NAME, Topics.DECLARATION, key)
                .orElseThrow()
                .id());
        receive(
                Records.declaration(key, 4).record(),
                Records.declaration(key, 5).record());

        assertThat(redrive).isEqualTo(new Redrive.Done(3));
        assertThat(effects.of(DeclarationPolls.NAME, key)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void shouldParkOnlyTheOneThatFailsOfAPoll() {
        effects.poison(key, 2);
        Records last = Records.declaration(other, 2);

        receive(
                Records.declaration(key, 1).record(),
                Records.declaration(other, 1).record(),
                Records.declaration(key, 2).record(),
                unwanted().record(),
                Records.declaration(key, 3).record(),
                last.again().record());

        assertThat(effects.of(DeclarationPolls.NAME, key)).containsExactly(1L);
        assertThat(effects.of(DeclarationPolls.NAME, other)).containsExactly(1L, 2L);
        assertThat(states()).isEqualTo(Map.of(2L, State.PARKED, 3L, State.WAITING));
        assertThat(position(0)).isEqualTo(last.record().offset() + 1);
        assertThat(given().getFirst()).hasSize(5);
        assertThat(given().stream().skip(1)).allMatch(events -> events.size() == 1);
    }

    @Test
    void shouldParkOnlyTheOneThatCannotBeReadOfAPoll() {
        receive(
                Records.declaration(key, 1).record(),
                Records.declaration(other, 1).value("no JSON").record(),
                Records.declaration(key, 2).record());

        assertThat(effects.of(DeclarationPolls.NAME, key)).containsExactly(1L, 2L);
        assertThat(letters.firstOpen(DeclarationPolls.NAME, Topics.DECLARATION, other)
                        .orElseThrow()
                        .reasonCode())
                .isEqualTo("bad-json");
        assertThat(given()).allMatch(events -> events.size() == 1);
    }

    @Test
    void shouldTryEachAgainWhenTheDatabaseEndsTheConnection() {
        effects.runOnce(key, 2, effects::endOwnConnection);

        receive(
                Records.declaration(key, 1).record(),
                Records.declaration(key, 2).record(),
                Records.declaration(key, 3).record());

        assertThat(effects.of(DeclarationPolls.NAME, key)).containsExactly(1L, 2L, 3L);
        assertThat(states()).isEmpty();
    }

    @Test
    void shouldTakeInEachByItselfWhenTheirTransactionFails() {
        transactions.failNext = true;

        receive(
                Records.declaration(key, 1).record(),
                unwanted().record(),
                Records.declaration(key, 2).record());

        assertThat(transactions.begun).isEqualTo(4);
        assertThat(effects.of(DeclarationPolls.NAME, key)).containsExactly(1L, 2L);
    }

    @Test
    void shouldGiveEachEventItsOwnCause() {
        receive(
                Records.declaration(key, 1)
                        .header(CloudEvents.TRACEPARENT, TRACEPARENT.formatted(1))
                        .record(),
                Records.declaration(key, 2)
                        .header(CloudEvents.TRACEPARENT, "no trace")
                        .record(),
                Records.declaration(other, 1)
                        .header(CloudEvents.TRACEPARENT, TRACEPARENT.formatted(2))
                        .record());

        List<Event> events = polls.given().getFirst();
        assertThat(events)
                .extracting(Event::traceparent)
                .containsExactly(TRACEPARENT.formatted(1), null, TRACEPARENT.formatted(2));
        assertThat(events)
                .extracting(Event::requestId)
                .containsExactly("request-of-" + key, "request-of-" + key, "request-of-" + other);
        assertThat(Database.number("select count(*) from effect where key = '%s' and request_id like 'request-of%%'"
                        .formatted(key)))
                .as("written under the request of one of them")
                .isZero();
        receive(Records.declaration(key, 3).record());
        assertThat(Database.text("select request_id from effect where version = 3 and key = '%s'".formatted(key)))
                .isEqualTo("request-of-" + key);
    }

    /** As during a rebalance, with polls that are cut differently. */
    @Test
    void shouldHaveEachEffectOnceInOrderWhenTwoInstancesWorkOnTheSameRecords() throws Exception {
        List<ConsumerRecord<String, byte[]>> records = LongStream.rangeClosed(1, 120)
                .mapToObj(version -> Records.declaration(version % 3 == 0 ? other : key, version)
                        .record())
                .toList();
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = new ArrayList<>();
            for (int size : List.of(7, 11)) {
                both.add(instances.submit(
                        () -> cut(records, size).forEach(poll -> inbox.receive(polls, Records.poll(poll)))));
            }
            for (Future<?> one : both) {
                one.get();
            }
        }

        assertThat(effects.of(DeclarationPolls.NAME, key))
                .hasSize(80)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(effects.of(DeclarationPolls.NAME, other))
                .hasSize(40)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(states()).isEmpty();
    }

    @SafeVarargs
    private void receive(ConsumerRecord<String, byte[]>... records) {
        counting.receive(polls, Records.poll(List.of(records)));
    }

    private Records unwanted() {
        return Records.declaration(key, 9).header(CloudEvents.TYPE, "org.qualityzones.declaration.archived.v1");
    }

    private static <T> List<List<T>> cut(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }

    private List<List<String>> given() {
        return polls.given().stream()
                .map(events -> events.stream()
                        .map(event -> event.key() + "/" + event.version())
                        .toList())
                .toList();
    }

    private Map<Long, State> states() {
        return letters.list(null, DeclarationPolls.NAME, null, 200).stream()
                .filter(letter -> key.equals(letter.key()))
                .collect(toMap(ParkedLetter::version, ParkedLetter::state));
    }

    private Map<String, Double> counts() {
        return meters.find("qz.inbox.events").tag("consumer", DeclarationPolls.NAME).counters().stream()
                .collect(toMap(counter -> counter.getId().getTag("outcome"), counter -> counter.count()));
    }

    private Map<String, Double> gained(Map<String, Double> before) {
        Map<String, Double> gained = counts();
        before.forEach((outcome, count) -> gained.merge(outcome, -count, Double::sum));
        gained.values().removeIf(count -> count == 0);
        return gained;
    }

    private static long position(int partition) {
        return Database.number("select applied from consumer_position where partition = %d and consumer = '%s'"
                .formatted(partition, DeclarationPolls.NAME));
    }

    /** Counts transactions and has one fail. */
    private static final class Transactions extends UnitOfWork {

        private int begun;
        private boolean failNext;

        @Override
        public <T> T call(Supplier<T> work) {
            begun++;
            if (failNext) {
                failNext = false;
                throw new DatabaseException("gone", new SQLException("connection failure", "08006"));
            }
            return super.call(work);
        }
    }
}
