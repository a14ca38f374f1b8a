package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Comparison.Check;
import org.qualityzones.system.oracle.Comparison.Finding;
import org.qualityzones.system.oracle.Comparison.Kind;
import org.qualityzones.system.oracle.Looking;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.oracle.Topic;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * An outbox row whose transaction commits after that of a row with a greater position is published all the same. A reader
 * that asks for what is behind the last position it saw stands beside the relay, and loses rows: the order was forced.
 */
@Tag("A7")
@Order(32)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class CommitOrderST {

    private static final Duration HEALING = Duration.ofMinutes(2);
    private static final int LONGEST_OPEN_MILLIS = 400;
    private static final String DATABASE = "qz_zone";
    private static final String INSERT = """
            INSERT INTO outbox (id, topic, key, version, type, data, recorded_at)
            VALUES (?, ?, ?, ?, 'org.qualityzones.fault.interleaved.v1', '{}', now()) RETURNING position""";

    private final SuiteUnderTest suite;
    private final Tables tables;
    private final Profile profile = Profile.current();
    private final String topic = "fault-order-" + UUID.randomUUID();

    CommitOrderST(SuiteUnderTest suite) {
        this.suite = suite;
        this.tables = new Tables(suite);
    }

    @Test
    void shouldPublishWhatCommitsLate(CheckRun run) throws Exception {
        Random random = new Random(profile.seed());
        createTopic();
        NaiveReader naive = new NaiveReader();
        Set<String> keys = new HashSet<>();
        try (Connection late = tables.connection(DATABASE);
                Connection early = tables.connection(DATABASE)) {
            late.setAutoCommit(false);
            for (int i = 0; i < profile.interleavings(); i++) {
                String first = "late-" + i;
                String second = "early-" + i;
                insert(late, first, 1);
                insert(late, first, 2);
                insert(early, second, 1);
                naive.read(early);
                Duration open = Duration.ofMillis(random.nextInt(1, LONGEST_OPEN_MILLIS));
                await().pollDelay(open).atMost(open.plusMinutes(1)).until(() -> true);
                late.commit();
                keys.addAll(List.of(first, second));
            }
            naive.read(early);
        }
        run.runs(profile.interleavings());
        run.faults(profile.interleavings());
        new Looking(HEALING, run::found).untilNothing("all rows published", () -> look(keys));
        assertThat(naive.seen)
                .as("a reader behind the last position must lose rows")
                .isLessThan(3 * profile.interleavings());
    }

    private List<Finding> look(Set<String> keys) {
        Topic published = Topic.read(suite.env("KAFKA_BOOTSTRAP"), topic).about(keys);
        List<String> wanted = keys.stream()
                .flatMap(key -> key.startsWith("late-") ? Stream.of(key, key) : Stream.of(key))
                .toList();
        List<Finding> findings = new ArrayList<>(Comparison.differences(
                Check.EVENTS,
                wanted,
                published.events().stream().map(Topic.Event::key).toList()));
        published
                .outOfOrder()
                .forEach(key -> findings.add(new Finding(Check.ORDER, Kind.OUT_OF_ORDER, "events of " + key)));
        return findings;
    }

    private void insert(Connection connection, String key, long version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, topic);
            insert.setString(3, key);
            insert.setLong(4, version);
            insert.executeQuery().close();
        }
    }

    private void createTopic() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(
                Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.env("KAFKA_BOOTSTRAP")))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    /** The wrong way to read an outbox. */
    private final class NaiveReader {

        private long last;
        private int seen;

        void read(Connection connection) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT position FROM outbox WHERE topic = ? AND position > ? ORDER BY position")) {
                select.setString(1, topic);
                select.setLong(2, last);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getLong(1);
                        seen++;
                    }
                }
            }
        }
    }
}
