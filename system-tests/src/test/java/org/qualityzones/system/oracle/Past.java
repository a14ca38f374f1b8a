package org.qualityzones.system.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Decisions of a month long past that nobody made: a real one repeated past the services, and taken away again. */
public final class Past implements AutoCloseable {

    public static final String FROM = "2020-01-01T00:00:00Z";
    public static final String UNTIL = "2020-02-01T00:00:00Z";

    /** Consistent when all is done; no row is checked by itself. */
    private static final String UNCHECKED = "set session_replication_role = replica";

    private static final String[] CLEAR = {
        UNCHECKED,
        "delete from declaration_line where declaration_id in"
                + " (select declaration_id from decision where decided_at < '" + UNTIL + "')",
        "delete from decision where decided_at < '" + UNTIL + "'"
    };

    private static final String REPEAT = """
            insert into %1$s select (jsonb_populate_record(x, jsonb_build_object(%2$s))).*
            from %1$s x, generate_series(1, %4$d) n where x.declaration_id = '%3$s' and x.%5$s =
                (select decision_id from declaration_line where declaration_id = '%3$s')
            """;

    private static final String LINE =
            "'declaration_id', md5('l' || n)::uuid, 'decision_id', md5('d' || n)::uuid," + " 'clearance_number', null";

    private static final String DECISION =
            "'id', md5('d' || n)::uuid, 'declaration_id', md5('l' || n)::uuid, 'supersedes', null,"
                    + " 'decided_at', timestamptz '" + FROM + "' + n * interval '1 second'";

    private final Tables tables;

    public Past(Tables tables) {
        this.tables = tables;
    }

    /** Repeats the one line of a declaration so often, as it is decided now. */
    public void repeat(String declaration, int times) {
        run(
                UNCHECKED,
                REPEAT.formatted("declaration_line", LINE, declaration, times, "decision_id"),
                REPEAT.formatted("decision", DECISION, declaration, times, "id"),
                "analyze decision");
    }

    /** How many decisions an impact report has kept that it looked at. */
    public long lookedAt(UUID report) {
        try (Connection connection = tables.connection("qz_inspection");
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
        try (Connection connection = tables.connection("qz_inspection");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
