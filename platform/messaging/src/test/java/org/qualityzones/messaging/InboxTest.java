package org.qualityzones.messaging;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qualityzones.contracts.Heartbeat;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.ParkedLetter.State;
import org.qualityzones.messaging.support.DatabaseException;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.tracing.Tracing;

@QuarkusTest
@WithServers("inspection")
class InboxTest {

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
    Freshness freshness;

    @Inject
    Clock clock;

    @Inject
    InboxTable table;

    @Inject
    Parking parking;

    @Inject
    UnitOfWork work;

    @Inject
    InboxMetrics metrics;

    @Inject
    Tracing tracing;

    @Inject
    MessagingConfig config;

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
    void shouldApplyAnEventOnceHoweverOftenItArrives() {
        Records event = Records.zone(key, 1);

        inbox.receive(facts, event.record());
        inbox.receive(facts, event.record());
        inbox.receive(facts, event.again().record());
        Records act = Records.declaration(key, 1);
        inbox.receive(acts, act.record());
        inbox.receive(acts, act.again().record());

        assertThat(effects.of(ZoneFacts.NAME, key)).containsExactly(1L);
        assertThat(effects.of(DeclarationActs.NAME, key)).containsExactly(1L);
    }

    @Test
    void shouldNeverApplyAnOlderVersionOfFacts() {
        inbox.receive(facts, Records.zone(key, 5).record());
        inbox.receive(facts, Records.zone(key, 4).record());
        inbox.receive(facts, Records.zone(key, 6).record());

        assertThat(effects.of(ZoneFacts.NAME, key)).containsExactly(5L, 6L);
    }

    @Test
    void shouldWorkUnderTheRequestIdOfTheCause() {
        inbox.receive(facts, Records.zone(key, 1).record());

        assertThat(Database.number("select count(*) from effect where key = '%s' and request_id = 'request-of-%s'"
                        .formatted(key, key)))
                .isEqualTo(1);
    }

    @Test
    void shouldSkipTypesItDoesNotTakeInAndMoveOn() {
        ConsumerRecord<String, byte[]> unknown = Records.declaration(key, 1)
                .header(CloudEvents.TYPE, "org.qualityzones.declaration.archived.v1")
                .value("not even JSON")
                .record();

        inbox.receive(acts, unknown);

        assertThat(effects.of(DeclarationActs.NAME, key)).isEmpty();
        assertThat(letters.firstOpen(DeclarationActs.NAME, Topics.DECLARATION, key))
                .isEmpty();
        assertThat(position(DeclarationActs.NAME)).isEqualTo(unknown.offset() + 1);
    }

    @Test
    void shouldSupersedeAParkedEventOfFactsByANewerVersion() {
        beCurrent();
        effects.poison(key, 2);
        inbox.receive(facts, Records.zone(key, 1).record());
        assertThat(freshness.isStale(Topics.ZONE, key)).isFalse();

        inbox.receive(facts, Records.zone(key, 2).record());

        assertThat(freshness.isStale(Topics.ZONE, key)).isTrue();
        assertThat(freshness.isStale(Topics.ZONE, "another")).isFalse();
        ParkedLetter parked =
                letters.firstOpen(ZoneFacts.NAME, Topics.ZONE, key).orElseThrow();
        assertThat(parked.reasonCode()).isEqualTo("handler-failed");
        assertThat(parked.reason()).doesNotContain("宁海");
        assertThat(parked.version()).isEqualTo(2);

        inbox.receive(facts, Records.zone(key, 3).record());

        assertThat(effects.of(ZoneFacts.NAME, key)).containsExactly(1L, 3L);
        assertThat(letters.find(parked.id()).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
        await().untilAsserted(() -> {
            beCurrent();
            assertThat(freshness.isStale(Topics.ZONE, key)).isFalse();
        });
    }

    @Test
    void shouldRedriveFactsUnlessANewerVersionIsApplied() {
        effects.poison(key, 2);
        inbox.receive(facts, Records.zone(key, 2).record());
        UUID letter = letters.firstOpen(ZoneFacts.NAME, Topics.ZONE, key)
                .orElseThrow()
                .id();
        assertThat(redrives.redrive(letter)).isInstanceOf(Redrive.FailedAgain.class);
        assertThat(letters.find(letter).orElseThrow().attempts()).isEqualTo(2);

        effects.heal();
        assertThat(redrives.redrive(letter)).isEqualTo(new Redrive.Done(1));

        assertThat(effects.of(ZoneFacts.NAME, key)).containsExactly(2L);
        assertThat(letters.find(letter).orElseThrow().state()).isEqualTo(State.REDRIVEN);
        assertThat(redrives.redrive(letter)).isEqualTo(new Redrive.NotOpen(State.REDRIVEN, null));
    }

    @Test
    void shouldKeepLaterEventsOfTheKeyWaitingInOrderAndLetOthersPass() {
        String other = "other-" + UUID.randomUUID();
        effects.poison(key, 2);
        List.of(
                        Records.declaration(key, 1),
                        Records.declaration(key, 2),
                        Records.declaration(key, 3),
                        Records.declaration(other, 1),
                        Records.declaration(key, 4),
                        Records.declaration(other, 2))
                .forEach(event -> inbox.receive(acts, event.record()));

        assertThat(effects.of(DeclarationActs.NAME, key)).containsExactly(1L);
        assertThat(effects.of(DeclarationActs.NAME, other)).containsExactly(1L, 2L);
        assertThat(states(DeclarationActs.NAME))
                .containsEntry(2L, State.PARKED)
                .containsEntry(3L, State.WAITING)
                .containsEntry(4L, State.WAITING);

        effects.heal();
        effects.poison(key, 4);
        UUID first = letters.firstOpen(DeclarationActs.NAME, Topics.DECLARATION, key)
                .orElseThrow()
                .id();
        Redrive redrive = redrives.redrive(first);

        assertThat(redrive).isInstanceOf(Redrive.FailedAgain.class);
        assertThat(effects.of(DeclarationActs.NAME, key)).containsExactly(1L, 2L, 3L);
        inbox.receive(acts, Records.declaration(key, 5).record());
        effects.heal();
        UUID fourth = letters.firstOpen(DeclarationActs.NAME, Topics.DECLARATION, key)
                .orElseThrow()
                .id();

        assertThat(redrives.redrive(fourth)).isEqualTo(new Redrive.Done(2));

        inbox.receive(acts, Records.declaration(key, 6).record());
        assertThat(effects.of(DeclarationActs.NAME, key)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(letters.anyOpen(DeclarationActs.NAME, Topics.DECLARATION, key))
                .isFalse();
    }

    @Test
    void shouldNotRedriveALetterThatWaits() {
        effects.poison(key, 1);
        inbox.receive(acts, Records.declaration(key, 1).record());
        inbox.receive(acts, Records.declaration(key, 2).record());
        UUID parked = letters.firstOpen(DeclarationActs.NAME, Topics.DECLARATION, key)
                .orElseThrow()
                .id();
        UUID waiting = letters.list(State.WAITING, DeclarationActs.NAME, null, 200).stream()
                .filter(letter -> key.equals(letter.key()))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(redrives.redrive(waiting)).isEqualTo(new Redrive.NotOpen(State.WAITING, parked));
    }

    @Test
    void shouldTryAgainInPlaceWhenTheFailurePasses() {
        effects.runOnce(key, 1, () -> {
            throw new DatabaseException("gone", new SQLException("connection failure", "08006"));
        });

        inbox.receive(acts, Records.declaration(key, 1).record());

        assertThat(effects.of(DeclarationActs.NAME, key)).containsExactly(1L);
        assertThat(letters.anyOpen(DeclarationActs.NAME, Topics.DECLARATION, key))
                .isFalse();
    }

    @Test
    void shouldLeaveARecordToTheNextStartWhenTheServiceStops() {
        Inbox stopping = new Inbox(table, parking, work, freshness, metrics, tracing, config);
        Records event = Records.zone(key, 1);
        effects.runOnce(key, 1, () -> {
            stopping.stop(new ShutdownEvent());
            throw new IllegalStateException("EntityManagerFactory is closed");
        });

        assertThatThrownBy(() -> stopping.receive(facts, event.record()))
                .isInstanceOf(StoppedException.class)
                .satisfies(cutOff -> assertThat(isLogged(cutOff)).isFalse());
        assertThatThrownBy(() -> stopping.receive(facts, event.record()))
                .as("begun no more")
                .isInstanceOf(StoppedException.class);
        assertThat(effects.of(ZoneFacts.NAME, key)).isEmpty();

        inbox.receive(facts, event.record());
        assertThat(effects.of(ZoneFacts.NAME, key)).containsExactly(1L);
        assertThat(isLogged(new WakeupException())).isFalse();
        assertThat(isLogged(new IllegalStateException("a defect"))).isTrue();
    }

    private static boolean isLogged(Throwable thrown) {
        LogRecord line = new LogRecord(Level.SEVERE, "The method has thrown an exception");
        line.setThrown(thrown);
        return new OrderlyEnd().isLoggable(line);
    }

    @Test
    void shouldTryAgainWhenTheDatabaseEndsItsConnectionBeforeTheCommit() {
        effects.runOnce(key, 1, effects::endOwnConnection);

        inbox.receive(acts, Records.declaration(key, 1).record());

        assertThat(effects.of(DeclarationActs.NAME, key)).containsExactly(1L);
        assertThat(letters.anyOpen(DeclarationActs.NAME, Topics.DECLARATION, key))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Pills.class)
    void shouldParkWhatCannotBeReadOnceWithItsReason(Pills pill) {
        ConsumerRecord<String, byte[]> zone = pill.of(Records.zone(key, 1)).record();
        ConsumerRecord<String, byte[]> declaration =
                pill.of(Records.declaration(key, 1)).record();

        inbox.receive(facts, zone);
        inbox.receive(facts, zone);
        inbox.receive(acts, declaration);
        inbox.receive(acts, declaration);

        assertThat(reasons(ZoneFacts.NAME, zone)).containsExactly(pill.reason);
        assertThat(reasons(DeclarationActs.NAME, declaration)).containsExactly(pill.reason);
        assertThat(position(ZoneFacts.NAME)).isEqualTo(zone.offset() + 1);
        assertThat(effects.of(ZoneFacts.NAME, key)).isEmpty();
    }

    private List<String> reasons(String consumer, ConsumerRecord<String, byte[]> record) {
        return letters.list(State.PARKED, consumer, null, 200).stream()
                .filter(letter -> letter.offset() == record.offset())
                .map(ParkedLetter::reasonCode)
                .toList();
    }

    private Map<Long, State> states(String consumer) {
        return letters.list(null, consumer, null, 200).stream()
                .filter(letter -> key.equals(letter.key()))
                .collect(toMap(ParkedLetter::version, ParkedLetter::state));
    }

    private static long position(String consumer) {
        return Database.number(
                "select applied from consumer_position where partition = 0 and consumer = '%s'".formatted(consumer));
    }

    private void beCurrent() {
        freshness.heard(new Heartbeat(Topics.ZONE, Map.of("0", 0L), clock.instant()));
        freshness.refresh();
    }
}
