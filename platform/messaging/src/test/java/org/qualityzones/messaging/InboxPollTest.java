package org.qualityzones.messaging;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.ParkedLetter.State;
import org.qualityzones.messaging.support.DatabaseException;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.tracing.Tracing;

/** What one poll gave: with one transaction, or with one for each event and each run of records that are skipped. */
@QuarkusTest
@WithServers("inspection")
class InboxPollTest {

    @Inject
    Inbox inbox;

    @Inject
    Effects effects;

    @Inject
    DeclarationActs acts;

    @Inject
    ParkedLetters letters;

    @Inject
    StateVersions versions;

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
    private DeclarationSteps steps;
    private Inbox counting;
    private String key;

    @BeforeEach
    void open() {
        key = "key-" + UUID.randomUUID();
        steps = new DeclarationSteps(effects);
        counting = new Inbox(table, parking, transactions, freshness, metrics, tracing, config);
    }

    @AfterEach
    void heal() {
        effects.heal();
    }

    @Test
    void shouldTakeInWhatOnePollGaveWithOneTransaction() {
        Records twice = Records.declaration(key, 2);

        inbox.receive(
                acts,
                Records.poll(List.of(
                        Records.declaration(key, 1).record(),
                        twice.record(),
                        unwanted(key).record(),
                        twice.again().record(),
                        Records.declaration(key, 4).record())));

        assertThat(effects.of(DeclarationActs.NAME, key)).containsExactly(1L, 2L, 4L);
        assertThat(Database.number("select count(distinct xmin::text) from effect where key = '%s'".formatted(key)))
                .isEqualTo(1);
    }

    @Test
    void shouldTellHowFarATransactionOfSeveralEventsCame() {
        Records twice = Records.declaration(key, 1);
        Records there = Records.declaration("other-" + key, 1).partition(1);
        EventConsumer facts = new ZoneFacts(inbox, effects, versions) {
            @Override
            public boolean sharesTransactions() {
                return true;
            }
        };
        Records newest = Records.zone(key, 2);

        inbox.receive(
                acts,
                Records.poll(List.of(
                        twice.record(),
                        Records.declaration(key, 2).record(),
                        there.record(),
                        twice.again().record())));
        inbox.receive(
                facts,
                Records.poll(
                        List.of(Records.zone(key, 1).record(), newest.again().record())));

        assertThat(effects.of(DeclarationActs.NAME, key)).containsExactly(1L, 2L);
        assertThat(position(DeclarationActs.NAME, 0)).isEqualTo(twice.record().offset() + 1);
        assertThat(position(DeclarationActs.NAME, 1)).isEqualTo(there.record().offset() + 1);
        assertThat(effects.of(ZoneFacts.NAME, key)).containsExactly(1L, 2L);
        assertThat(position(ZoneFacts.NAME, 0)).isEqualTo(newest.record().offset() + 1);
    }

    @Test
    void shouldParkOnlyThoseThatFailOfWhatOnePollGave() {
        String other = "other-" + UUID.randomUUID();
        effects.poison(key, 2);

        inbox.receive(
                acts,
                Records.poll(List.of(
                        Records.declaration(key, 1).record(),
                        Records.declaration(other, 1).record(),
                        Records.declaration(key, 2).record(),
                        Records.declaration(other, 2).value("no JSON").record(),
                        Records.declaration(key, 3).record())));

        assertThat(effects.of(DeclarationActs.NAME, key)).containsExactly(1L);
        assertThat(effects.of(DeclarationActs.NAME, other)).containsExactly(1L);
        assertThat(states()).containsEntry(3L, State.WAITING);
        assertThat(letters.firstOpen(DeclarationActs.NAME, Topics.DECLARATION, key)
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
        assertThat(letters.firstOpen(DeclarationActs.NAME, Topics.DECLARATION, other)
                        .orElseThrow()
                        .reasonCode())
                .isEqualTo("bad-json");
    }

    @Test
    void shouldSkipWhatLiesBetweenTwoEventsWithOneTransaction() {
        Records last = unwanted(key);
        List<Records> poll = List.of(
                unwanted(key),
                unwanted(key),
                Records.declaration(key, 1),
                unwanted(key),
                unwanted("other"),
                Records.declaration(key, 2),
                Records.declaration(key, 3),
                last.again());

        receive(poll);

        assertThat(effects.of(DeclarationSteps.NAME, key)).containsExactly(1L, 2L, 3L);
        assertThat(Database.number("select count(distinct xmin::text) from effect where key = '%s'".formatted(key)))
                .isEqualTo(3);
        assertThat(transactions.begun).isEqualTo(6);
        assertThat(position(0)).isEqualTo(last.record().offset() + 1);
    }

    @Test
    void shouldTellHowFarItHasComeInEachPartition() {
        Records here = unwanted(key);
        Records there = unwanted(key).partition(1);

        receive(List.of(unwanted(key), here.again(), unwanted(key).partition(1), there.again()));

        assertThat(transactions.begun).isEqualTo(1);
        assertThat(position(0)).isEqualTo(here.record().offset() + 1);
        assertThat(position(1)).isEqualTo(there.record().offset() + 1);
    }

    @Test
    void shouldTellOfNoPositionBehindAnEventThatIsNotDealtWith() {
        List<Long> seen = new ArrayList<>();
        Records before = unwanted(key);
        Records event = Records.declaration(key, 1);
        Records after = unwanted(key);
        effects.runOnce(key, 1, () -> {
            seen.add(position(0));
            effects.runOnce(key, 1, () -> seen.add(position(0)));
            throw new DatabaseException("gone", new SQLException("connection failure", "08006"));
        });

        receive(List.of(before, event, after));

        long dealtWith = before.record().offset() + 1;
        assertThat(seen).containsExactly(dealtWith, dealtWith);
        assertThat(effects.of(DeclarationSteps.NAME, key)).containsExactly(1L);
        assertThat(position(0)).isEqualTo(after.record().offset() + 1);
    }

    @Test
    void shouldParkWhatFailsAmongRecordsThatAreSkipped() {
        String pill = "pill-" + UUID.randomUUID();
        effects.poison(key, 2);
        Records last = unwanted(key);

        receive(List.of(
                Records.declaration(key, 1),
                unwanted(key),
                Records.declaration(key, 2),
                unwanted(key),
                Records.declaration(pill, 1).header(CloudEvents.TYPE, "none of ours"),
                unwanted(key),
                Records.declaration(key, 3),
                last.again()));

        assertThat(effects.of(DeclarationSteps.NAME, key)).containsExactly(1L);
        assertThat(letters.firstOpen(DeclarationSteps.NAME, Topics.DECLARATION, key)
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
        assertThat(letters.firstOpen(DeclarationSteps.NAME, Topics.DECLARATION, pill)
                        .orElseThrow()
                        .reasonCode())
                .isEqualTo("bad-header");
        assertThat(states()).containsEntry(3L, State.WAITING);
        assertThat(position(0)).isEqualTo(last.record().offset() + 1);
    }

    @Test
    void shouldSkipEachByItselfWhenTheirTransactionFails() {
        Records last = unwanted(key);
        transactions.failNext = true;

        receive(List.of(unwanted(key), unwanted(key), last.again()));

        assertThat(transactions.begun).isEqualTo(4);
        assertThat(position(0)).isEqualTo(last.record().offset() + 1);
    }

    @Test
    void shouldLeaveWhatFollowsToTheNextStartWhenTheServiceStops() {
        List<Records> poll = List.of(
                unwanted(key), Records.declaration(key, 1), unwanted(key), Records.declaration(key, 2), unwanted(key));
        effects.runOnce(key, 2, () -> {
            counting.stop(new ShutdownEvent());
            throw new IllegalStateException("EntityManagerFactory is closed");
        });

        assertThatThrownBy(() -> receive(poll)).isInstanceOf(StoppedException.class);
        assertThat(position(0)).isEqualTo(poll.get(3).record().offset());

        inbox.receive(steps, Records.poll(poll.stream().map(Records::record).toList()));
        assertThat(effects.of(DeclarationSteps.NAME, key)).containsExactly(1L, 2L);
        assertThat(position(0)).isEqualTo(poll.getLast().record().offset() + 1);
    }

    private void receive(List<Records> poll) {
        counting.receive(steps, Records.poll(poll.stream().map(Records::record).toList()));
    }

    private static Records unwanted(String key) {
        return Records.declaration(key, 3).header(CloudEvents.TYPE, "org.qualityzones.declaration.archived.v1");
    }

    private Map<Long, State> states() {
        return letters.list(null, null, null, 200).stream()
                .filter(letter -> key.equals(letter.key()))
                .collect(toMap(ParkedLetter::version, ParkedLetter::state));
    }

    private static long position(int partition) {
        return position(DeclarationSteps.NAME, partition);
    }

    private static long position(String consumer, int partition) {
        return Database.number("select applied from consumer_position where partition = %d and consumer = '%s'"
                .formatted(partition, consumer));
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
