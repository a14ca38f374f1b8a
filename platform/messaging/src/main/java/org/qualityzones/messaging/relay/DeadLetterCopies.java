package org.qualityzones.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.LetterHeaders;
import org.qualityzones.messaging.support.Timestamps;

/** Copies parked letters to {@code <topic>.<consumer>.dlq}, at least once; the table stays the truth. */
final class DeadLetterCopies {

    private static final int BATCH = 20;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final String MAX_BYTES = Integer.toString(8 * 1024 * 1024);
    private static final String UNCOPIED = """
            select id, consumer, topic, partition, kafka_offset, key, headers, payload, reason_code
            from parked_letter where copied_at is null order by parked_at limit ? for update skip locked""";

    private final DataSource dataSource;
    private final Producer<String, byte[]> producer;
    private final Admin admin;
    private final Clock clock;
    private final Duration patience;
    private final Set<String> present = new HashSet<>();
    private Instant last = Instant.MIN;

    DeadLetterCopies(
            DataSource dataSource, Producer<String, byte[]> producer, Admin admin, Clock clock, Duration patience) {
        this.dataSource = dataSource;
        this.producer = producer;
        this.admin = admin;
        this.clock = clock;
        this.patience = patience;
    }

    /** Copies a few letters unless it has just done so. */
    void send() throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        Instant now = clock.instant();
        if (now.isBefore(last.plus(EVERY))) {
            return;
        }
        last = now;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (Letter letter : uncopied(connection)) {
                    copy(letter);
                    mark(connection, letter, now);
                }
                connection.commit();
            } finally {
                connection.rollback();
            }
        }
    }

    private void copy(Letter letter) throws InterruptedException, ExecutionException, TimeoutException {
        String topic = letter.copy().topic();
        if (!present.contains(topic)) {
            create(topic);
            present.add(topic);
        }
        Future<RecordMetadata> sent = producer.send(letter.copy());
        producer.flush();
        sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void create(String topic) throws InterruptedException, ExecutionException, TimeoutException {
        var wanted = new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_BYTES));
        try {
            admin.createTopics(List.of(wanted)).all().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static List<Letter> uncopied(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(UNCOPIED)) {
            select.setInt(1, BATCH);
            try (var rows = select.executeQuery()) {
                List<Letter> found = new ArrayList<>();
                while (rows.next()) {
                    var copy = new ProducerRecord<>(
                            Topics.deadLetters(rows.getString(3), rows.getString(2)),
                            rows.getString(6),
                            rows.getBytes(8));
                    LetterHeaders.parse(rows.getString(7)).forEach(copy.headers()::add);
                    Envelopes.add(copy.headers(), "qz_letter", rows.getString(1));
                    Envelopes.add(copy.headers(), "qz_topic", rows.getString(3));
                    Envelopes.add(copy.headers(), "qz_partition", rows.getString(4));
                    Envelopes.add(copy.headers(), "qz_offset", rows.getString(5));
                    Envelopes.add(copy.headers(), "qz_reason", rows.getString(9));
                    found.add(new Letter(rows.getObject(1, UUID.class), copy));
                }
                return found;
            }
        }
    }

    private static void mark(Connection connection, Letter letter, Instant at) throws SQLException {
        try (var update = connection.prepareStatement("update parked_letter set copied_at = ? where id = ?")) {
            update.setObject(1, Timestamps.of(at));
            update.setObject(2, letter.id());
            update.executeUpdate();
        }
    }

    private record Letter(UUID id, ProducerRecord<String, byte[]> copy) {}
}
