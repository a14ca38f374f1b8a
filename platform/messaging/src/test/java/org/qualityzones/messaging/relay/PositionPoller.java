package org.qualityzones.messaging.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.qualityzones.tracing.Tracing;

/** The usual mistake, kept to show that the check of {@link RelayOrderTest} finds it: it reads what lies behind the last position. */
final class PositionPoller {

    private final DataSource dataSource;
    private final Waves waves;
    private long last;

    PositionPoller(DataSource dataSource, Producer<String, byte[]> producer) {
        this.dataSource = dataSource;
        this.waves = new Waves(producer, "urn:qualityzones:mutant", Tracing.off());
    }

    void publish() throws SQLException, InterruptedException {
        String sql = "select position, id, topic, key, version, type, data, recorded_at from outbox"
                + " where position > ? order by position limit 500";
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setLong(1, last);
            try (var rows = select.executeQuery()) {
                List<OutboxRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new OutboxRow(
                            rows.getLong(1),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getLong(5),
                            rows.getString(6),
                            null,
                            null,
                            rows.getBytes(7),
                            rows.getTimestamp(8).toInstant()));
                }
                waves.send(found);
                last = found.isEmpty() ? last : found.getLast().position();
            }
        }
    }
}
