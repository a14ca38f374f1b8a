package org.qualityzones.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.Heartbeat;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventJson;
import org.qualityzones.messaging.MessagingConfig;
import org.qualityzones.messaging.OutboxBacklog;
import org.qualityzones.messaging.OutboxBell;
import org.qualityzones.servers.KafkaServer;
import org.qualityzones.testing.WithServers;
import org.qualityzones.tracing.Tracing;

/** The relay outlives its broker, its database connection and itself; this test has a broker of its own to kill. */
@WithServers("messaging")
class RelayOutageTest {

    private static final String OUTAGE_TOPIC = "test.outage";
    private static final String CRASH_TOPIC = "test.crash";
    private static final String DRAIN_TOPIC = "test.drain";
    private static final String PACE_TOPIC = "test.pace";
    private static final String SHARED_TOPIC = "test.shared";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static KafkaServer kafka;

    private final List<LogRecord> errors = new ArrayList<>();
    private final OutboxBell bell = new OutboxBell();
    private final Handler errorsSeen = new ErrorHandler(errors);
    private Bench bench;
    private RelayLoop loop;

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = KafkaServer.temporary();
        kafka.start();
        Bench.createTopics(
                kafka.bootstrapServers(),
                Topics.ENTERPRISE,
                Topics.HEARTBEAT,
                OUTAGE_TOPIC,
                CRASH_TOPIC,
                DRAIN_TOPIC,
                PACE_TOPIC,
                SHARED_TOPIC);
    }

    @AfterAll
    static void killKafka() {
        kafka.kill();
    }

    @BeforeEach
    void open() throws SQLException, IOException {
        bench = Bench.open(RelayOutageTest.class);
        Logger.getLogger("").addHandler(errorsSeen);
    }

    @AfterEach
    void close() throws InterruptedException {
        if (loop != null) {
            loop.stop(new ShutdownEvent());
        }
        Logger.getLogger("").removeHandler(errorsSeen);
        bench.close();
    }

    @Test
    void shouldPublishInOrderAfterABrokerThatWasAwayAtStartAndWasKilledLater() throws Exception {
        kafka.kill();
        Ledger ledger = new Ledger(OUTAGE_TOPIC);
        startRelay();
        commit(ledger, 50);
        assertThat(unsent()).isEqualTo(50);

        kafka.start();
        await("backlog published after the start").atMost(PATIENCE).until(() -> unsent() == 0);

        kafka.kill();
        commit(ledger, 200);
        kafka.start();
        await("backlog published after the kill").atMost(PATIENCE).until(() -> unsent() == 0);

        assertThat(ledger.faults(Bench.read(kafka.bootstrapServers(), OUTAGE_TOPIC)))
                .isEmpty();
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldTellHowFarItsTopicReachesOnlyWhenNothingIsUnsent() throws Exception {
        Ledger ledger = new Ledger(Topics.ENTERPRISE);
        commit(ledger, 30);
        startRelay();

        await("heartbeat of all thirty")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heartbeats()).last().isEqualTo(30L));
        assertThat(heartbeats()).as("none of a part").isSubsetOf(0L, 30L);
    }

    @Test
    void shouldPublishAgainWhatACrashLeftUnmarked() throws Exception {
        Ledger ledger = new Ledger(CRASH_TOPIC);
        commit(ledger, 10);
        try (Producer<String, byte[]> producer = link().producer()) {
            Relay crashing = new Relay(
                    new CrashBeforeMark(bench.dataSource()),
                    new Waves(producer, "urn:test", Tracing.off()),
                    Clock.systemUTC(),
                    100);
            assertThat(catchThrowable(crashing::publish)).isInstanceOf(SQLException.class);
            bench.relay(producer, 100).publish();
        }

        var records = Bench.read(kafka.bootstrapServers(), CRASH_TOPIC);
        assertThat(records).hasSize(20);
        assertThat(ledger.faults(records)).isEmpty();
        assertThat(unsent()).isZero();
    }

    @Test
    void shouldPublishWhatIsRecordedBeforeItStops() throws Exception {
        Ledger ledger = new Ledger(DRAIN_TOPIC);
        startRelay();
        commit(ledger, 300);

        loop.stop(new ShutdownEvent());

        assertThat(unsent()).isZero();
        assertThat(ledger.faults(Bench.read(kafka.bootstrapServers(), DRAIN_TOPIC)))
                .isEmpty();
    }

    @Test
    void shouldPublishWhatComesAloneAtOnceAndWhatFollowsItTogether() throws Exception {
        Ledger ledger = new Ledger(PACE_TOPIC);
        int before = heartbeats().size();
        startRelay(config("1h"));
        await("rounds that find nothing")
                .atMost(PATIENCE)
                .until(() -> heartbeats().size() > before);

        commit(ledger, 1);
        bell.ring();
        await("the first goes out whatever the pace").atMost(PATIENCE).until(() -> unsent() == 0);
        for (int i = 0; i < 30; i++) {
            commit(ledger, 1);
            bell.ring();
        }
        loop.stop(new ShutdownEvent());

        assertThat(unsent()).as("the pace does not hold up the stop").isZero();
        assertThat(rounds()).isEqualTo(2);
        assertThat(ledger.faults(Bench.read(kafka.bootstrapServers(), PACE_TOPIC)))
                .isEmpty();
    }

    @Test
    void shouldLookAgainSoonWhereAnotherInstanceWasAtWork() throws Exception {
        Ledger ledger = new Ledger(SHARED_TOPIC);
        var looked = new AtomicInteger();
        var counting = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    looked.incrementAndGet();
                    return method.invoke(bench.dataSource(), arguments);
                });
        try (Connection other = bench.dataSource().getConnection()) {
            other.setAutoCommit(false);
            assertThat(OutboxTable.elect(other)).isTrue();
            commit(ledger, 3);
            startRelay(config("15ms", "1h"), counting);
            await("rounds of which none is elected").atMost(PATIENCE).until(() -> looked.get() > 3);
            assertThat(unsent()).isEqualTo(3);
            other.rollback();
        }

        await("published once the other is done").atMost(PATIENCE).until(() -> unsent() == 0);
    }

    /** Each round marks what it published with one transaction. */
    private long rounds() throws SQLException {
        try (Connection connection = bench.dataSource().getConnection();
                var select = connection.prepareStatement("select count(distinct xmin::text) from outbox");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many records of the topic each heartbeat told of, the other tests' included. */
    private static List<Long> heartbeats() {
        return Bench.read(kafka.bootstrapServers(), Topics.HEARTBEAT).stream()
                .filter(record -> record.key().equals(Topics.ENTERPRISE))
                .map(record -> EventJson.read(EventJson.parse(new String(record.value(), UTF_8)), Heartbeat.class))
                .map(heartbeat -> heartbeat.endOffsets().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .toList();
    }

    private void startRelay() {
        startRelay(config());
    }

    private void startRelay(MessagingConfig config) {
        startRelay(config, bench.dataSource());
    }

    private void startRelay(MessagingConfig config, DataSource dataSource) {
        var metrics = new RelayMetrics(
                bench.dataSource(), new OutboxBacklog(config), config, new SimpleMeterRegistry(), Clock.systemUTC());
        loop = new RelayLoop(dataSource, link(), bell, metrics, config, Clock.systemUTC(), Tracing.off());
        loop.start(new StartupEvent());
    }

    private KafkaLink link() {
        return new KafkaLink(Map.of("bootstrap.servers", "127.0.0.1:" + kafka.port()), config());
    }

    static MessagingConfig config() {
        return config("15ms");
    }

    private static MessagingConfig config(String pace) {
        return config(pace, "500ms");
    }

    private static MessagingConfig config(String pace, String quiet) {
        return new SmallRyeConfigBuilder()
                .withMapping(MessagingConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "qz.messaging.service", "enterprise",
                                "qz.messaging.relay.heartbeat-every", "100ms",
                                "qz.messaging.relay.pace", pace,
                                "qz.messaging.relay.quiet", quiet,
                                "qz.messaging.relay.delivery-timeout", "2s"),
                        "test"))
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(MessagingConfig.class);
    }

    private void commit(Ledger ledger, int rows) throws SQLException {
        for (int i = 0; i < rows; i++) {
            ledger.write(bench.dataSource().getConnection(), "key-" + i % 7).commit();
        }
    }

    private long unsent() throws SQLException {
        try (Connection connection = bench.dataSource().getConnection()) {
            return OutboxTable.backlog(connection, 1_000_000).rows();
        }
    }

    private static final class ErrorHandler extends Handler {

        private final List<LogRecord> errors;

        ErrorHandler(List<LogRecord> errors) {
            this.errors = errors;
        }

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(record);
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
