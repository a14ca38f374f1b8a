package org.qualityzones.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** All rule sets, drafts included. */
@ApplicationScoped
class RuleSets {

    private static final UUID NEWEST = new UUID(-1, -1);
    private static final int MOST_PUBLISHED = 10_000;
    private static final String INSERT = """
            INSERT INTO rule_set (version, id, revision, status, digest, document, drafters, drafted_at,
                                  published_by, published_at, effective_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (version) DO NOTHING
            """;
    private static final String UPDATE = """
            UPDATE rule_set SET revision = ?, status = ?, digest = ?, document = ?, drafters = ?, drafted_at = ?,
                impact_report = ?, impact_until = ?, lint_report = ?, lint_errors = ?, published_by = ?, published_at = ?, effective_from = ?,
                retired_by = ?, retired_from = ?
            WHERE version = ? AND revision = ?
            """;
    private static final String SELECT = """
            SELECT version, id, revision, status, digest, document, drafters, drafted_at, impact_report, impact_until,
                   lint_report, lint_errors, published_by, published_at, effective_from, retired_by, retired_from
            FROM rule_set
            """;
    private static final String FIND = SELECT + "WHERE version = ?";
    private static final String LOCK = FIND + " FOR UPDATE";
    private static final String NEWEST_FIRST = SELECT + """
            WHERE id < ? AND (? OR status IN ('PUBLISHED', 'RETIRED'))
            ORDER BY id DESC LIMIT ?
            """;
    private static final String SCHEDULE = """
            SELECT version, digest, effective_from, retired_from, published_at FROM rule_set
            WHERE effective_from IS NOT NULL ORDER BY effective_from LIMIT ?
            """;

    private final DataSource dataSource;

    RuleSets(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** When a published rule set governs: from {@code from} until the next one or its own retirement. */
    record Entry(String version, String digest, Instant from, Instant retiredFrom, Instant publishedAt) {}

    /** False when there is one of this version already. */
    boolean add(RuleSetRow row) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, row.version());
            insert.setObject(2, row.id());
            insert.setLong(3, row.revision());
            insert.setString(4, row.status().name());
            insert.setString(5, row.digest());
            insert.setBytes(6, row.document());
            insert.setArray(7, connection.createArrayOf("text", row.drafters().toArray()));
            insert.setTimestamp(8, timestamp(row.draftedAt()));
            insert.setString(9, row.publishedBy());
            insert.setTimestamp(10, timestamp(row.publishedAt()));
            insert.setTimestamp(11, timestamp(row.effectiveFrom()));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failure("kept", e);
        }
    }

    /** Keeps the next revision of a row that was read for update. */
    void keep(RuleSetRow row) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, row.revision());
            update.setString(2, row.status().name());
            update.setString(3, row.digest());
            update.setBytes(4, row.document());
            update.setArray(5, connection.createArrayOf("text", row.drafters().toArray()));
            update.setTimestamp(6, timestamp(row.draftedAt()));
            update.setObject(7, row.assessment().impactReport());
            update.setTimestamp(8, timestamp(row.assessment().impactUntil()));
            update.setObject(9, row.assessment().lintReport());
            update.setObject(10, row.assessment().lintErrors());
            update.setString(11, row.publishedBy());
            update.setTimestamp(12, timestamp(row.publishedAt()));
            update.setTimestamp(13, timestamp(row.effectiveFrom()));
            update.setString(14, row.retiredBy());
            update.setTimestamp(15, timestamp(row.retiredFrom()));
            update.setString(16, row.version());
            update.setLong(17, row.revision() - 1);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("Rule set " + row.version() + " was changed meanwhile");
            }
        } catch (SQLException e) {
            throw failure("kept", e);
        }
    }

    Optional<RuleSetRow> find(String version) {
        return select(FIND, version).stream().findFirst();
    }

    Optional<RuleSetRow> forUpdate(String version) {
        return select(LOCK, version).stream().findFirst();
    }

    /** At most {@code limit}, newest first. @param after null for the first page */
    List<RuleSetRow> newest(boolean drafts, UUID after, int limit) {
        return select(NEWEST_FIRST, after == null ? NEWEST : after, drafts, limit);
    }

    /** Every rule set that was ever published, by the instant it takes effect. */
    List<Entry> schedule() {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SCHEDULE)) {
            select.setInt(1, MOST_PUBLISHED);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new Entry(
                            row.getString(1), row.getString(2), instant(row, 3), instant(row, 4), instant(row, 5)));
                }
            }
        } catch (SQLException e) {
            throw failure("read", e);
        }
        return entries;
    }

    private List<RuleSetRow> select(String sql, Object... values) {
        List<RuleSetRow> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
        } catch (SQLException e) {
            throw failure("read", e);
        }
        return rows;
    }

    private static RuleSetRow row(ResultSet row) throws SQLException {
        return new RuleSetRow(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                RuleSetStatus.valueOf(row.getString(4)),
                row.getString(5),
                row.getBytes(6),
                Arrays.asList((String[]) row.getArray(7).getArray()),
                instant(row, 8),
                new Assessment(
                        row.getObject(11, UUID.class),
                        row.getObject(12, Integer.class),
                        row.getObject(9, UUID.class),
                        instant(row, 10)),
                row.getString(13),
                instant(row, 14),
                instant(row, 15),
                row.getString(16),
                instant(row, 17));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static IllegalStateException failure(String what, SQLException e) {
        return new IllegalStateException("The rule sets cannot be " + what, e);
    }
}
