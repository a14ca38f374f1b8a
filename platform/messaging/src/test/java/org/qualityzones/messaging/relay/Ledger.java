package org.qualityzones.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a test has committed to the outbox, against what is on the topic. */
final class Ledger {

    private final String topic;
    private final Map<String, Long> committed = new ConcurrentHashMap<>();

    Ledger(String topic) {
        this.topic = topic;
    }

    String topic() {
        return topic;
    }

    /** The next version of a key, in a transaction that stays open. */
    Write write(Connection connection, String key) throws SQLException {
        long version = committed.getOrDefault(key, 0L) + 1;
        String sql = """
                insert into outbox (id, topic, key, version, type, data, recorded_at)
                values (?, ?, ?, ?, 'org.qualityzones.test.happened.v1', ?, now())""";
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, topic);
            insert.setString(3, key);
            insert.setLong(4, version);
            insert.setBytes(5, Long.toString(version).getBytes(UTF_8));
            insert.executeUpdate();
        }
        return new Write(connection, key, version);
    }

    long rows() {
        return committed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is wrong on the topic: versions missing, or seen for the first time before the one below them. */
    List<String> faults(List<ConsumerRecord<String, byte[]>> records) {
        List<String> faults = new ArrayList<>();
        Map<String, Long> seen = new LinkedHashMap<>();
        for (var record : records) {
            long version = Long.parseLong(new String(record.value(), UTF_8));
            long last = seen.getOrDefault(record.key(), 0L);
            if (version > last + 1) {
                faults.add("%s: %d before %d".formatted(record.key(), version, last + 1));
            }
            seen.merge(record.key(), version, Math::max);
        }
        committed.forEach((key, version) -> {
            if (seen.getOrDefault(key, 0L) < version) {
                faults.add("%s: ends at %d, not %d".formatted(key, seen.getOrDefault(key, 0L), version));
            }
        });
        return faults;
    }

    /** An open transaction with one row. */
    final class Write {

        private final Connection connection;
        private final String key;
        private final long version;

        private Write(Connection connection, String key, long version) {
            this.connection = connection;
            this.key = key;
            this.version = version;
        }

        void commit() throws SQLException {
            connection.commit();
            connection.close();
            committed.put(key, version);
        }

        void rollback() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
