package org.qualityzones.shadow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.web.DatabaseException;

/** All shadow runs and their counters. */
@ApplicationScoped
class ShadowRuns {

    /** Running ones and ended ones whose last decisions may still be counted. */
    static final int MOST_LIVE = 100;

    private static final UUID NEWEST = new UUID(-1, -1);
    private static final String INSERT = """
            INSERT INTO shadow_run (id, rule_set, digest, started_by, started_at, counts_from) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String END = """
            UPDATE shadow_run SET counts_until = ?, ended_by = ? WHERE id = ? AND counts_until IS NULL
            """;
    private static final String SELECT = """
            SELECT s.id, s.rule_set, s.digest, s.started_at, s.counts_from, s.counts_until, s.ended_by,
                   r.digest = s.digest AND r.status NOT IN ('PUBLISHED', 'RETIRED')
            FROM shadow_run s JOIN rule_set r ON r.version = s.rule_set
            """;
    private static final String BY_ID = SELECT + "WHERE s.id = ?";
    private static final String NEWEST_FIRST = SELECT + "WHERE s.rule_set = ? AND s.id < ? ORDER BY s.id DESC LIMIT ?";
    private static final String LIVE =
            SELECT + "WHERE s.counts_until IS NULL OR s.counts_until > ? ORDER BY s.id DESC LIMIT ?";
    private static final String RUNNING = "SELECT count(*) FROM shadow_run WHERE counts_until IS NULL";
    private static final String ADD = """
            INSERT INTO shadow_count AS c (run_id, what, times) VALUES (?, ?, ?)
            ON CONFLICT (run_id, what) DO UPDATE SET times = c.times + excluded.times
            """;
    private static final String COUNTS = "SELECT what, times FROM shadow_count WHERE run_id = ?";

    private final DataSource dataSource;

    ShadowRuns(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void add(ShadowRun run, String by) {
        update(
                INSERT,
                run.id(),
                run.ruleSet(),
                run.digest(),
                by,
                Timestamp.from(run.startedAt()),
                Timestamp.from(run.from()));
    }

    /** Ends a run, once. */
    void end(UUID id, Instant until, String by) {
        update(END, Timestamp.from(until), by, id);
    }

    Optional<ShadowRun> find(UUID id) {
        return select(BY_ID, id).stream().findFirst();
    }

    /** At most {@code limit}, newest first. @param after null for the first page */
    List<ShadowRun> newest(String ruleSet, UUID after, int limit) {
        return select(NEWEST_FIRST, ruleSet, after == null ? NEWEST : after, limit);
    }

    /** What runs, and what ended after an instant. */
    List<ShadowRun> live(Instant endedAfter) {
        return select(LIVE, Timestamp.from(endedAfter), MOST_LIVE);
    }

    long running() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(RUNNING);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    void count(UUID run, Map<String, Long> counts) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            for (Map.Entry<String, Long> count : new TreeMap<>(counts).entrySet()) {
                add.setObject(1, run);
                add.setString(2, count.getKey());
                add.setLong(3, count.getValue());
                add.addBatch();
            }
            add.executeBatch();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    SortedMap<String, Long> counts(UUID run) {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setObject(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return counts;
    }

    private List<ShadowRun> select(String sql, Object... values) {
        List<ShadowRun> runs = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    runs.add(run(row));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return runs;
    }

    private void update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, values);
            update.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static ShadowRun run(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp(6);
        return new ShadowRun(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant(),
                until == null ? null : until.toInstant(),
                row.getString(7),
                row.getBoolean(8));
    }

    private static DatabaseException failure(SQLException e) {
        return new DatabaseException("The shadow runs cannot be read or kept", e);
    }
}
