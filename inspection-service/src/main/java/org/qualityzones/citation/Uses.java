package org.qualityzones.citation;

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
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.web.DatabaseException;

/** How many decisions rest on which rule and instrument. */
@ApplicationScoped
class Uses {

    static final int PAGE = 1_000;

    private static final Position START = new Position(Instant.EPOCH, new UUID(0, 0), Instant.EPOCH);
    private static final String BEGIN = """
            INSERT INTO use_position (last_at, last_id, counted_until) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String LOCK = """
            SELECT last_at, last_id, counted_until FROM use_position FOR UPDATE SKIP LOCKED
            """;
    private static final String MOVE = "UPDATE use_position SET last_at = ?, last_id = ?, counted_until = ?";
    private static final String UNTIL = "SELECT counted_until FROM use_position";
    private static final String NEXT = """
            SELECT decided_at, id, rule_set_version, record FROM decision
            WHERE (decided_at, id) > (?, ?) AND decided_at < ? ORDER BY decided_at, id LIMIT ?
            """;
    private static final String ADD_RULE = """
            INSERT INTO rule_use AS u (rule_set, rule, decisions) VALUES (?, ?, ?)
            ON CONFLICT (rule_set, rule) DO UPDATE SET decisions = u.decisions + excluded.decisions
            """;
    private static final String ADD_INSTRUMENT = """
            INSERT INTO instrument_use AS u (rule_set, instrument, decisions) VALUES (?, ?, ?)
            ON CONFLICT (instrument, rule_set) DO UPDATE SET decisions = u.decisions + excluded.decisions
            """;
    private static final String OF_RULE = "SELECT decisions FROM rule_use WHERE rule_set = ? AND rule = ?";
    private static final String OF_INSTRUMENT =
            "SELECT coalesce(sum(decisions), 0) FROM instrument_use WHERE instrument = ?";

    private final DataSource dataSource;

    Uses(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** How far decisions were counted. @param until all made before are */
    record Position(Instant at, UUID id, Instant until) {}

    /** A decision as it is counted. */
    record Decided(Instant at, UUID id, String ruleSet, byte[] record) {}

    /** A rule or an instrument in the decisions of a rule set. */
    record Key(String ruleSet, String name) {}

    /** Empty while another process counts. */
    Optional<Position> lock() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement begin = connection.prepareStatement(BEGIN);
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            bind(begin, Timestamp.from(START.at()), START.id(), Timestamp.from(START.until()));
            begin.executeUpdate();
            try (ResultSet row = lock.executeQuery()) {
                return row.next()
                        ? Optional.of(new Position(
                                row.getTimestamp(1).toInstant(),
                                row.getObject(2, UUID.class),
                                row.getTimestamp(3).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    void move(Position position) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement move = connection.prepareStatement(MOVE)) {
            bind(move, Timestamp.from(position.at()), position.id(), Timestamp.from(position.until()));
            move.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Null when nothing was counted yet. */
    Instant countedUntil() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(UNTIL);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getTimestamp(1).toInstant() : null;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The next decisions after a position, at most {@value #PAGE}. */
    List<Decided> next(Position after, Instant until) {
        List<Decided> decided = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NEXT)) {
            bind(select, Timestamp.from(after.at()), after.id(), Timestamp.from(until), PAGE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    decided.add(new Decided(
                            row.getTimestamp(1).toInstant(),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getBytes(4)));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return decided;
    }

    void addRules(Map<Key, Long> counts) {
        add(ADD_RULE, counts);
    }

    void addInstruments(Map<Key, Long> counts) {
        add(ADD_INSTRUMENT, counts);
    }

    long ofRule(String ruleSet, String rule) {
        return number(OF_RULE, ruleSet, rule);
    }

    long ofInstrument(String instrument) {
        return number(OF_INSTRUMENT, instrument);
    }

    private void add(String sql, Map<Key, Long> counts) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(sql)) {
            for (Map.Entry<Key, Long> count : counts.entrySet()) {
                bind(add, count.getKey().ruleSet(), count.getKey().name(), count.getValue());
                add.addBatch();
            }
            add.executeBatch();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private long number(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static DatabaseException failure(SQLException e) {
        return new DatabaseException("The uses of rules cannot be read or kept", e);
    }
}
