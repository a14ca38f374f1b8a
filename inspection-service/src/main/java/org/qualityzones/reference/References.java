package org.qualityzones.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks rows of the reference tables up that are in force on a day. */
@ApplicationScoped
public class References {

    private static final String IN_FORCE = """
            SELECT r.table_name, r.key, r.subkey, r.value
            FROM unnest(?, ?) AS wanted (table_name, key)
            JOIN reference_row r ON r.table_name = wanted.table_name AND r.key = wanted.key
            WHERE r.valid_from <= ? AND (r.valid_until IS NULL OR r.valid_until >= ?)
            ORDER BY r.table_name, r.key, r.subkey, r.valid_from DESC
            LIMIT 2000
            """;

    private final DataSource dataSource;

    References(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A key that is asked for. */
    public record Key(ReferenceTable table, String key) {}

    /** A row in force. @param subkey empty where the table has none */
    public record Row(String table, String key, String subkey, String value) {}

    /** The rows in force; of several of one key the latest begun comes first. */
    public record Rows(List<Row> rows) {

        /** Whether any row of the table is in force among the keys asked for. */
        public boolean any(ReferenceTable table) {
            return rows.stream().anyMatch(row -> row.table().equals(table.slug()));
        }

        public Optional<Row> first(ReferenceTable table) {
            return of(table).stream().findFirst();
        }

        public List<Row> of(ReferenceTable table) {
            return rows.stream().filter(row -> row.table().equals(table.slug())).toList();
        }
    }

    /** Everything in force on the day for the keys, in one query. */
    public Rows inForce(Collection<Key> keys, LocalDate day) {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(IN_FORCE)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", keys.stream().map(key -> key.table().slug()).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf("text", keys.stream().map(Key::key).toArray()));
            select.setObject(3, day);
            select.setObject(4, day);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The reference tables cannot be read", e);
        }
        return new Rows(rows);
    }
}
