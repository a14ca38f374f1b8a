package org.qualityzones.messaging.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.qualityzones.messaging.support.Timestamps;

/** Statements of the relay, each within the transaction of the connection given. */
final class OutboxTable {

    /** Advisory lock of the relay; advisory locks are per database, and so per service. */
    private static final long LOCK = 0x717a_0b0c_5e1a_7001L;

    private static final String UNSENT = """
            select position, id, topic, key, version, type, request_id, traceparent, data, recorded_at
            from outbox where sent_at is null order by position limit ?""";

    private OutboxTable() {}

    /** Elects the caller until the transaction ends; false when another one is elected. */
    static boolean elect(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            select.setLong(1, LOCK);
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    static List<OutboxRow> unsent(Connection connection, int limit) throws SQLException {
        try (var select = connection.prepareStatement(UNSENT)) {
            select.setInt(1, limit);
            select.setFetchSize(0);
            try (var rows = select.executeQuery()) {
                List<OutboxRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        }
    }

    static void markSent(Connection connection, Collection<Long> positions, Instant at) throws SQLException {
        try (var update = connection.prepareStatement("update outbox set sent_at = ? where position = any (?)")) {
            update.setObject(1, Timestamps.of(at));
            update.setArray(2, connection.createArrayOf("bigint", positions.toArray()));
            update.executeUpdate();
        }
    }

    /** Rows unsent (counted up to a bound) and when the oldest was recorded. */
    static Backlog backlog(Connection connection, int bound) throws SQLException {
        String sql = """
                select count(*), min(recorded_at)
                from (select recorded_at from outbox where sent_at is null order by position limit ?) unsent""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, bound);
            try (var rows = select.executeQuery()) {
                rows.next();
                OffsetDateTime oldest = rows.getObject(2, OffsetDateTime.class);
                return new Backlog(rows.getLong(1), oldest == null ? null : oldest.toInstant());
            }
        }
    }

    private static OutboxRow row(ResultSet rows) throws SQLException {
        return new OutboxRow(
                rows.getLong(1),
                rows.getObject(2, UUID.class),
                rows.getString(3),
                rows.getString(4),
                rows.getLong(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getBytes(9),
                rows.getObject(10, OffsetDateTime.class).toInstant());
    }

    /** @param oldest null when nothing is unsent */
    record Backlog(long rows, Instant oldest) {}
}
