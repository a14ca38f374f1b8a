package org.qualityzones.decisionrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.decision.StoredDecision;

/** Decisions as the bytes and texts that are stored, whatever these say: to be computed again. */
@ApplicationScoped
class StoredDecisions {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String COLUMNS = """
            SELECT id, declaration_id, line_no, outcome, mode, rule_set_version, digest, facts, record, cause, supersedes,
                   decided_at
            FROM decision
            """;
    private static final String FIND = COLUMNS + "WHERE id = ?";
    private static final String AFTER = COLUMNS + "WHERE id > ? ORDER BY id LIMIT ?";

    /** Counted where that is soon done, else what the planner believes. */
    private static final String TOTAL = """
            SELECT CASE WHEN counted.n <= 100000 THEN counted.n
                   ELSE greatest(counted.n, (SELECT reltuples::bigint FROM pg_class WHERE oid = 'decision'::regclass)) END
            FROM (SELECT count(*) AS n FROM (SELECT FROM decision LIMIT 100001) AS few) AS counted
            """;

    private final DataSource dataSource;

    StoredDecisions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    record Row(UUID id, UUID declarationId, int lineNo, StoredDecision decision) {}

    Optional<Row> find(UUID id) {
        return select(FIND, id).stream().findFirst();
    }

    /** At most {@code limit}, in the order of their ids. @param id null: from the first on */
    List<Row> after(UUID id, int limit) {
        return select(AFTER, id == null ? BEFORE_ALL : id, limit);
    }

    /** How many there are, an estimate where there are many. */
    long total() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(TOTAL);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The decisions cannot be counted", e);
        }
    }

    private List<Row> select(String sql, Object... values) {
        List<Row> rows = new ArrayList<>();
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
            throw new IllegalStateException("The decisions cannot be read", e);
        }
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        Map<String, String> beside = new HashMap<>();
        beside.put("/id", row.getString(1));
        beside.put("/declarationId", row.getString(2));
        beside.put("/lineNo", row.getString(3));
        beside.put("/outcome", row.getString(4));
        beside.put("/mode", row.getString(5));
        beside.put("/cause", row.getString(10));
        beside.put("/supersedes", row.getString(11));
        beside.put(
                "/decidedAt",
                row.getObject(12, OffsetDateTime.class).toInstant().toString());
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                new StoredDecision(row.getBytes(8), row.getBytes(9), row.getString(7), row.getString(6), beside));
    }
}
