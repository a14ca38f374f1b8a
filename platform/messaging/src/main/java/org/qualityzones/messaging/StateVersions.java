package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.qualityzones.messaging.support.DatabaseException;
import org.qualityzones.messaging.support.Timestamps;

/**
 * Histories of states, append-only: an owner's own and copies of others' facts. A version is the whole state from its
 * {@code validFrom} on, so of several in force at an instant the highest known version counts.
 */
@ApplicationScoped
public class StateVersions {

    private static final String COLUMNS = """
            select kind, key, version, valid_from, recorded_at, learned_at, state from state_version
            """;

    private static final String LATEST_OF_EACH = """
            select s.kind, s.key, s.version, s.valid_from, s.recorded_at, s.learned_at, s.state
            from unnest(?) as wanted (key) cross join lateral (
                select * from state_version where kind = ? and key = wanted.key order by version desc limit 1) s
            """;

    private final DataSource dataSource;
    private final Clock clock;

    StateVersions(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Appends a version, learned now, in the surrounding transaction; each (kind, key, version) once.
     *
     * @param state a record of {@code contracts} or a tree
     */
    @Transactional(TxType.MANDATORY)
    public void append(String kind, String key, long version, Instant validFrom, Instant recordedAt, Object state) {
        String sql = """
                insert into state_version (kind, key, version, valid_from, recorded_at, learned_at, state)
                values (?, ?, ?, ?, ?, ?, ?)""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, kind);
            insert.setString(2, key);
            insert.setLong(3, version);
            insert.setObject(4, Timestamps.of(validFrom));
            insert.setObject(5, Timestamps.of(recordedAt));
            insert.setObject(6, Timestamps.of(clock.instant()));
            insert.setString(7, EventJson.tree(state).toString());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("state version not written", e);
        }
    }

    /** Of each key that has any, the newest version, in force or not yet. */
    public Map<String, StateVersion> latest(String kind, Set<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, StateVersion> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST_OF_EACH)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            select.setString(2, kind);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    StateVersion version = version(rows);
                    found.put(version.key(), version);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseException("state versions not read", e);
        }
    }

    /** The newest version, in force or not yet. */
    public Optional<StateVersion> latest(String kind, String key) {
        return first(COLUMNS + "where kind = ? and key = ? order by version desc limit 1", select -> {
            select.setString(1, kind);
            select.setString(2, key);
        });
    }

    /** What was in force at {@code asOf}, as far as this service had learned by {@code knownAt}, both included. */
    public Optional<StateVersion> at(String kind, String key, Instant asOf, Instant knownAt) {
        String sql = COLUMNS + """
                where kind = ? and key = ? and valid_from <= ? and learned_at <= ? order by version desc limit 1""";
        return first(sql, select -> {
            select.setString(1, kind);
            select.setString(2, key);
            select.setObject(3, Timestamps.of(asOf));
            select.setObject(4, Timestamps.of(knownAt));
        });
    }

    private Optional<StateVersion> first(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(version(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseException("state versions not read", e);
        }
    }

    private static StateVersion version(ResultSet rows) throws SQLException {
        return new StateVersion(
                rows.getString(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getObject(4, OffsetDateTime.class).toInstant(),
                rows.getObject(5, OffsetDateTime.class).toInstant(),
                rows.getObject(6, OffsetDateTime.class).toInstant(),
                EventJson.parse(rows.getString(7)));
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement select) throws SQLException;
    }
}
