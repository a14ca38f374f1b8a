package org.qualityzones.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Lists rows of the reference tables, newest first. */
@ApplicationScoped
class ReferenceRows {

    private static final String SELECT =
            "SELECT id, table_name, key, subkey, value, valid_from, valid_until, provenance, source, recorded_at"
                    + " FROM reference_row WHERE ";

    private final DataSource dataSource;

    ReferenceRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * At most {@code limit} rows.
     *
     * @param key null: any
     * @param day null: whenever in force
     * @param after id of the last row of the page before; null for the first page
     */
    List<ReferenceRowView> list(ReferenceTable table, String key, LocalDate day, UUID after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("table_name = ?"));
        List<Object> values = new ArrayList<>(List.of(table.slug()));
        if (key != null) {
            conditions.add("key = ?");
            values.add(key);
        }
        if (day != null) {
            conditions.add("valid_from <= ? AND (valid_until IS NULL OR valid_until >= ?)");
            values.addAll(List.of(day, day));
        }
        if (after != null) {
            conditions.add("id < ?");
            values.add(after);
        }
        values.add(limit);
        return query(SELECT + String.join(" AND ", conditions) + " ORDER BY id DESC LIMIT ?", values);
    }

    private List<ReferenceRowView> query(String sql, List<Object> values) {
        List<ReferenceRowView> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(view(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The reference tables cannot be listed", e);
        }
        return rows;
    }

    private static ReferenceRowView view(ResultSet row) throws SQLException {
        return new ReferenceRowView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                orNull(row.getString(4)),
                orNull(row.getString(5)),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                row.getString(9),
                row.getTimestamp(10).toInstant());
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
