package org.qualityzones.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.web.DatabaseException;

/** All impact reports. */
@ApplicationScoped
class ImpactReports {

    private static final UUID NEWEST = new UUID(-1, -1);
    private static final UUID FIRST = new UUID(0, 0);
    private static final String INSERT = """
            INSERT INTO impact_report (id, rule_set, digest, period_from, period_until, status, requested_by, requested_at)
            VALUES (?, ?, ?, ?, ?, 'RUNNING', ?, ?)
            """;
    private static final String PROCEED = """
            UPDATE impact_report SET done = ?, last_at = ?, last_id = ?, tally = ?
            WHERE id = ? AND status = 'RUNNING' AND done = ?
            """;
    private static final String FINISH = """
            UPDATE impact_report SET status = ?, finished_at = ?, summary = ? WHERE id = ? AND status = 'RUNNING'
            """;
    private static final String COLUMNS = """
            SELECT id, rule_set, digest, period_from, period_until, status, requested_at, finished_at, done,
                   last_at, last_id, tally, summary
            FROM impact_report
            """;
    private static final String BY_ID = COLUMNS + "WHERE id = ?";
    private static final String NEWEST_FIRST = COLUMNS + "WHERE rule_set = ? AND id < ? ORDER BY id DESC LIMIT ?";
    private static final String CHANGES = """
            SELECT decision_id, uscc, outcome_before, outcome_after FROM impact_change
            WHERE report_id = ? AND decision_id > ? ORDER BY decision_id LIMIT ?
            """;

    private final DataSource dataSource;

    ImpactReports(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void add(UUID id, String ruleSet, String digest, Instant from, Instant until, String by, Instant now) {
        update(INSERT, id, ruleSet, digest, Timestamp.from(from), Timestamp.from(until), by, Timestamp.from(now));
    }

    /** Notes how far a report came; false when it has ended or somebody else went on with it. */
    boolean proceed(ImpactRow row, ImpactPages.Place last, long done, String tally) {
        return update(PROCEED, done, Timestamp.from(last.at()), last.id(), tally, row.id(), row.done()) == 1;
    }

    /** False when it has ended already. */
    boolean finish(UUID id, ImpactReportView.Status status, Instant now, String summary) {
        return update(FINISH, status.name(), Timestamp.from(now), summary, id) == 1;
    }

    Optional<ImpactRow> find(UUID id) {
        return select(BY_ID, id).stream().findFirst();
    }

    /** At most {@code limit}, newest first. @param after null for the first page */
    List<ImpactRow> newest(String ruleSet, UUID after, int limit) {
        return select(NEWEST_FIRST, ruleSet, after == null ? NEWEST : after, limit);
    }

    /** At most {@code limit}, oldest decisions first. @param after null for the first page */
    List<ImpactChangeView> changes(UUID report, UUID after, int limit) {
        List<ImpactChangeView> changes = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(CHANGES)) {
            select.setObject(1, report);
            select.setObject(2, after == null ? FIRST : after);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changes.add(new ImpactChangeView(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            Outcome.valueOf(row.getString(3)),
                            Outcome.valueOf(row.getString(4))));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return changes;
    }

    private List<ImpactRow> select(String sql, Object... values) {
        List<ImpactRow> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return rows;
    }

    private int update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, values);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static ImpactRow row(ResultSet row) throws SQLException {
        return new ImpactRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                instant(row, 5),
                ImpactReportView.Status.valueOf(row.getString(6)),
                instant(row, 7),
                instant(row, 8),
                row.getLong(9),
                instant(row, 10),
                row.getObject(11, UUID.class),
                row.getString(12),
                row.getString(13));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static DatabaseException failure(SQLException e) {
        return new DatabaseException("The impact reports cannot be read or kept", e);
    }
}
