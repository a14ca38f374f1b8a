package org.qualityzones.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * Publishes one batch of the outbox: elected, selected, sent and marked in one transaction. Rows are found by not being
 * sent, never by a position greater than the last, since a lower position may commit later. A crash before the mark sends
 * the batch again: at least once.
 */
final class Relay {

    private final DataSource dataSource;
    private final Waves waves;
    private final Clock clock;
    private final int batch;

    Relay(DataSource dataSource, Waves waves, Clock clock, int batch) {
        this.dataSource = dataSource;
        this.waves = waves;
        this.clock = clock;
        this.batch = batch;
    }

    Round publish() throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Round round = publish(connection);
                connection.commit();
                return round;
            } catch (SQLException | InterruptedException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private Round publish(Connection connection) throws SQLException, InterruptedException {
        if (!OutboxTable.elect(connection)) {
            return Round.NOT_ELECTED;
        }
        Instant seenAt = clock.instant();
        List<OutboxRow> rows = OutboxTable.unsent(connection, batch);
        Waves.Result result = waves.send(rows);
        if (!result.acknowledged().isEmpty()) {
            OutboxTable.markSent(connection, result.acknowledged(), clock.instant());
        }
        boolean all = rows.size() < batch && result.failure() == null;
        return new Round(true, rows.size(), result.acknowledged().size(), all ? seenAt : null, result.failure());
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * What one round did.
     *
     * @param elected false when another relay is at work
     * @param completeAt all that was committed before this instant is on its topic; null when something is left
     * @param failure why a row was not sent, null when all were
     */
    record Round(boolean elected, int found, int sent, Instant completeAt, Throwable failure) {

        static final Round NOT_ELECTED = new Round(false, 0, 0, null, null);

        Round failed(Throwable cause) {
            return new Round(elected, found, sent, completeAt, cause);
        }

        /** The next round will find more at once. */
        boolean more() {
            return failure == null && completeAt == null && found > 0;
        }
    }
}
