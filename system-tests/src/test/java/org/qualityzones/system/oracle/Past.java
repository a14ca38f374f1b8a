package org.qualityzones.system.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Decisions of a month long past that nobody made: a real one repeated past the services, and taken away again. */
public final class Past implements AutoCloseable {

    public static final String FROM = "2020-01-01T00:00:00Z";
    public static final String UNTIL = "2020-02-01T00:00:00Z";

    private static final String DATABASE = "qz_inspection";

    /** Consistent when all is done; no row is checked by itself. */
    private static final String UNCHECKED = "set session_replication_role = replica";

    private static final String[] CLEAR = {
        UNCHECKED,
        "delete from declaration_line where declaration_id in"
                + " (select declaration_id from decision where decided_at < '" + UNTIL + "')",
        "delete from decision where decided_at < '" + UNTIL + "'"
    };

    /** A row again and again: other columns are copied as they are stored, without being read. */
    private static final String REPEAT = """
            insert into %1$s (%2$s, %3$s) select %4$s, %3$s from
                (select * from %1$s where declaration_id = '%5$s' and %6$s =
                    (select decision_id from declaration_line where declaration_id = '%5$s')) x,
                generate_series(1, %7$d) n
            """;

    private static final String OTHERS = """
            select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
            where table_schema = 'public' and table_name = '%s' and column_name not in ('%s')
            """;

    private static final Map<String, String> LINE = new TreeMap<>(Map.of(
            "declaration_id", "md5('l' || n)::uuid",
            "decision_id", "md5('d' || n)::uuid",
            "clearance_number", "null"));

    private static final Map<String, String> DECISION = new TreeMap<>(Map.of(
            "id", "md5('d' || n)::uuid",
            "declaration_id", "md5('l' || n)::uuid",
            "supersedes", "null",
            "decided_at", "timestamptz '" + FROM + "' + n * interval '1 second'"));

    private final Tables tables;

    public Past(Tables tables) {
        this.tables = tables;
    }

    /** Repeats the one line of a declaration so often, as it is decided now. */
    public void repeat(String declaration, int times) {
        run(
                UNCHECKED,
                repetition("declaration_line", LINE, declaration, times, "decision_id"),
                repetition("decision", DECISION, declaration, times, "id"),
                "analyze decision");
    }

    private String repetition(String table, Map<String, String> own, String declaration, int times, String decision) {
        String others = tables.texts(DATABASE, OTHERS.formatted(table, String.join("', '", own.keySet())))
                .getFirst();
        return REPEAT.formatted(
                table,
                String.join(", ", own.keySet()),
                others,
                String.join(", ", own.values()),
                declaration,
                decision,
                times);
    }

    /** How many decisions an impact report has kept that it looked at. */
    public long lookedAt(UUID report) {
        try (Connection connection = tables.connection(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select done from impact_report where id = '" + report + "'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run(CLEAR);
    }

    private void run(String... statements) {
        try (Connection connection = tables.connection(DATABASE);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
