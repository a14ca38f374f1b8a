package org.qualityzones.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;

/** Looks rows of the reference tables up that are in force on a day. */
@ApplicationScoped
public class References {

    private static final String IN_FORCE = """
            SELECT r.table_name, r.key, r.subkey, r.value
            FROM unnest(?, ?) AS wanted (table_name, key)
            JOIN reference_row r ON r.table_name = wanted.table_name AND r.key = wanted.key
            WHERE r.valid_from <= ? AND (r.valid_until IS NULL OR r.valid_until >= ?)
            ORDER BY r.table_name, r.key, r.subkey, r.valid_from DESC
            LIMIT ?
            """;

    /** Of each row the newest form recorded by an instant; null where one is known that was recorded later, over another. */
    private static final String KNOWN = """
            SELECT * FROM (
                SELECT DISTINCT ON (r.table_name, r.key, r.subkey, r.valid_from)
                    r.table_name, r.key, r.subkey, CASE WHEN r.recorded_at <= ? THEN r.value END AS value,
                    r.valid_from, r.valid_until
                FROM unnest(?, ?) AS wanted (table_name, key)
                JOIN reference_row_version r ON r.table_name = wanted.table_name AND r.key = wanted.key
                WHERE r.recorded_at <= ? OR r.backfilled
                ORDER BY r.table_name, r.key, r.subkey, r.valid_from, r.recorded_at <= ? DESC, r.recorded_at DESC,
                    r.seq DESC) k
            WHERE valid_from <= ? AND (valid_until IS NULL OR valid_until >= ? OR value IS NULL)
            ORDER BY table_name, key, subkey, valid_from DESC
            LIMIT 2000
            """;

    private final DataSource dataSource;
    private final Answers answers;

    References(DataSource dataSource) {
        this.dataSource = dataSource;
        this.answers = new Answers(dataSource, "The reference tables cannot be read");
    }

    /** A key that is asked for. */
    public record Key(ReferenceTable table, String key) {}

    /** Rows that one line may ask for. */
    private static final int MOST_ROWS = 2_000;

    /** Rows that many lines may ask for together. */
    private static final int MOST_OF_MANY = 50_000;

    /** A row in force. @param subkey empty where the table has none */
    public record Row(String table, String key, String subkey, String value) {}

    /**
     * The rows in force; of several of one key the latest begun comes first.
     *
     * @param unknown tables of which it is not on record what some key was worth
     */
    public record Rows(List<Row> rows, Set<ReferenceTable> unknown) {

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

    /** What was in force on the day for the keys, as it was recorded by an instant. */
    public Rows knownAt(Collection<Key> keys, LocalDate day, Instant knownAt) {
        List<Row> rows = new ArrayList<>();
        Set<ReferenceTable> unknown = EnumSet.noneOf(ReferenceTable.class);
        OffsetDateTime known = knownAt.atOffset(ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setObject(1, known);
            select.setArray(2, texts(connection, keys, key -> key.table().slug()));
            select.setArray(3, texts(connection, keys, Key::key));
            select.setObject(4, known);
            select.setObject(5, known);
            select.setObject(6, day);
            select.setObject(7, day);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(4) == null) {
                        ReferenceTable.ofSlug(row.getString(1)).ifPresent(unknown::add);
                    } else {
                        rows.add(new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The reference tables cannot be read", e);
        }
        return new Rows(rows, unknown);
    }

    private static Array texts(Connection connection, Collection<Key> keys, Function<Key, String> text)
            throws SQLException {
        return connection.createArrayOf("text", keys.stream().map(text).toArray());
    }

    /** Everything in force on the day for the keys, in one query. */
    public Rows inForce(Collection<Key> keys, LocalDate day) {
        return new Rows(answers.to(held(keys, day)), Set.of());
    }

    /** The rows of the same, to be asked. */
    public static Query<List<Row>> held(Collection<Key> keys, LocalDate day) {
        return held(keys, day, MOST_ROWS);
    }

    /** The same for each of these lists of keys; nothing where too much is in force to be read at once. */
    public Map<List<Key>, Rows> inForceOfEach(Set<List<Key>> lists, LocalDate day) {
        Set<Key> all = new LinkedHashSet<>();
        lists.forEach(all::addAll);
        List<Row> found = answers.to(held(all, day, MOST_OF_MANY));
        if (found.size() == MOST_OF_MANY) {
            return Map.of();
        }
        Map<String, List<Row>> byKey = new HashMap<>();
        found.forEach(row -> byKey.computeIfAbsent(row.table() + '/' + row.key(), _ -> new ArrayList<>())
                .add(row));
        Map<List<Key>, Rows> each = new HashMap<>();
        lists.forEach(keys -> each.put(keys, new Rows(rowsOf(keys, byKey), Set.of())));
        return each;
    }

    private static List<Row> rowsOf(List<Key> keys, Map<String, List<Row>> byKey) {
        return keys.stream()
                .flatMap(key -> byKey.getOrDefault(key.table().slug() + '/' + key.key(), List.of()).stream())
                .limit(MOST_ROWS)
                .toList();
    }

    private static Query<List<Row>> held(Collection<Key> keys, LocalDate day, int most) {
        return Query.all(
                IN_FORCE,
                row -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                keys.stream().map(key -> key.table().slug()).toList(),
                keys.stream().map(Key::key).toList(),
                day,
                day,
                most);
    }
}
