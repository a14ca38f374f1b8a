package org.qualityzones.messaging.relay;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.CloudEvents;
import org.qualityzones.messaging.MessagingConfig;
import org.qualityzones.tracing.Tracing;

/** The relay with its broker clients: one batch, then what is due besides. */
final class RelaySession implements AutoCloseable {

    private static final Duration CLOSE_PATIENCE = Duration.ofMillis(500);

    private final Producer<String, byte[]> producer;
    private final Admin admin;
    private final Relay relay;
    private final Heartbeats heartbeats;
    private final DeadLetterCopies copies;

    RelaySession(DataSource dataSource, KafkaLink kafka, MessagingConfig config, Clock clock, Tracing tracing) {
        String source = CloudEvents.sourceOf(config.service());
        Duration patience = config.relay().deliveryTimeout();
        this.producer = kafka.producer();
        this.admin = kafka.admin();
        this.relay = new Relay(
                dataSource,
                new Waves(producer, source, tracing),
                clock,
                config.relay().batch());
        this.heartbeats = new Heartbeats(
                producer,
                admin,
                source,
                Topics.ownedBy(config.service()),
                config.relay().heartbeatEvery(),
                patience);
        this.copies = new DeadLetterCopies(dataSource, producer, admin, clock, patience);
    }

    Relay.Round round() throws SQLException, InterruptedException {
        Relay.Round round = relay.publish();
        if (round.completeAt() == null) {
            return round;
        }
        try {
            heartbeats.tell(round.completeAt());
            copies.send();
            return round;
        } catch (ExecutionException | TimeoutException e) {
            return round.failed(e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
        admin.close(CLOSE_PATIENCE);
    }
}
