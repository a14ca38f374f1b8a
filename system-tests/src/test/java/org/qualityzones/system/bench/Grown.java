package org.qualityzones.system.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.system.bench.harness.Bench;

/**
 * Fills a copy of inspection-service's database as years of use would: each row of one real declaration is repeated with
 * ids, codes and instants of its own, made from a seed, into the real tables with their real indexes, and statistics are
 * gathered. One declaration in a hundred is of the enterprises that the load is about.
 */
final class Grown {

    private static final int CHUNK = 20_000;

    /** A credit code that nobody has: it lacks the check characters. */
    private static final String ENTERPRISE = "('91330226Y' || lpad(%s::text, 9, '0'))";

    private static final String DECLARED = "(now() - make_interval(secs => (%d - i) * 30))";

    /** Within the week for which answers are kept. */
    private static final String KEPT = "(now() - make_interval(secs => (%d - i) * 500000.0 / %d))";

    private final Bench bench;
    private final Postgres postgres;
    private final String database;
    private final Declaring declaring;
    private final int enterprises;
    private final long seed;
    private final long nowMillis = System.currentTimeMillis();
    private UUID real;

    Grown(Bench bench, Postgres postgres, String database, Declaring declaring, int enterprises) {
        this.bench = bench;
        this.postgres = postgres;
        this.database = database;
        this.declaring = declaring;
        this.enterprises = enterprises;
        this.seed = bench.random().nextLong(1, Integer.MAX_VALUE);
    }

    /** Adds the copies of the enterprises. */
    void addEnterprises() throws SQLException {
        String first = declaring.first();
        try (Connection connection = fillable();
                Statement statement = connection.createStatement()) {
            sample(
                    statement,
                    "state_version",
                    "s.kind = 'qz.enterprise' and s.version = 1 and s.key = '" + first + "'");
            String code = ENTERPRISE.formatted("i");
            insert(
                    statement,
                    "state_version",
                    Map.of("key", code, "state", "replace(s.state, '" + first + "', " + code + ")"),
                    "true",
                    0,
                    enterprises);
        }
    }

    /** Adds declarations until there are so many, beside those that were filed. */
    void addDeclarations(int from, int to) throws SQLException {
        try (Connection connection = fillable();
                Statement statement = connection.createStatement()) {
            String declaration = "'" + realDeclaration(statement) + "'::uuid";
            sample(statement, "declaration", "s.id = " + declaration);
            for (String table :
                    List.of("declaration_line", "decision", "declaration_scope", "inspection", "lot_draw")) {
                sample(statement, table, "s.declaration_id = " + declaration);
            }
            sample(statement, "work_scope", "s.id = (select id from sample_inspection)");
            sample(statement, "audit_entry", "s.subject = " + declaration + "::text");
            sample(statement, "idempotency", "s.location like '%/' || " + declaration + "::text");
            Map<String, Map<String, String>> tables = tables(to);
            for (int done = from; done < to; done += CHUNK) {
                int next = Math.min(to, done + CHUNK);
                for (Map.Entry<String, Map<String, String>> table : tables.entrySet()) {
                    insert(statement, table.getKey(), table.getValue(), "true", done, next);
                }
                if (next % (10 * CHUNK) == 0) {
                    bench.progress("%,d declarations".formatted(next));
                }
            }
        }
    }

    /** Statistics as autovacuum would have gathered them, and nothing left to write. */
    void settle() throws SQLException {
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /** What differs in each copy of a table's rows, as expressions over the number {@code i} of the declaration. */
    private Map<String, Map<String, String>> tables(int all) {
        String code = "(CASE WHEN i %% 100 = 0 THEN (ARRAY['%s'])[1 + (i / 100) %% %d] ELSE %s END)"
                .formatted(
                        String.join("','", declaring.enterprises()),
                        declaring.enterprises().size(),
                        ENTERPRISE.formatted("(1 + i::bigint * 7919 % " + enterprises + ")"));
        String declared = DECLARED.formatted(all);
        String lot = "('G' || lpad(i::text, 20, '0'))";
        String declaration = id(0, all);
        String decision = id(1, all);
        String inspection = id(2, all);
        String scope = "replace(s.scope, '" + declaring.first() + "', " + code + ")";

        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        tables.put(
                "declaration",
                columns(
                        List.of("id", "declaration_no", "consignor", "declared_at"),
                        List.of(declaration, "('D2020' || lpad(i::text, 10, '0'))", code, declared)));
        tables.put(
                "declaration_line",
                columns(
                        List.of(
                                "declaration_id",
                                "decision_id",
                                "consignor",
                                "producer",
                                "lot_no",
                                "clearance_since",
                                "draw_declaration_id"),
                        List.of(declaration, decision, code, code, lot, declared, declaration)));
        tables.put(
                "decision",
                columns(List.of("id", "declaration_id", "decided_at"), List.of(decision, declaration, declared)));
        tables.put("declaration_scope", columns(List.of("declaration_id", "scope"), List.of(declaration, scope)));
        tables.put(
                "inspection",
                columns(
                        List.of("id", "declaration_id", "consignor", "producer", "lot_no", "opened_at"),
                        List.of(inspection, declaration, code, code, lot, declared)));
        tables.put("work_scope", columns(List.of("id", "scope"), List.of(inspection, scope)));
        tables.put(
                "lot_draw", columns(List.of("producer", "lot_key", "declaration_id"), List.of(code, lot, declaration)));
        tables.put(
                "audit_entry",
                columns(List.of("id", "at", "subject"), List.of(id(3, all), declared, declaration + "::text")));
        tables.put(
                "idempotency",
                columns(
                        List.of("scope", "location", "created_at"),
                        List.of(
                                "sha256(convert_to('" + seed + " ' || i, 'UTF8'))",
                                "regexp_replace(s.location, '[^/]*$', " + declaration + "::text)",
                                KEPT.formatted(all, all))));
        return tables;
    }

    private static Map<String, String> columns(List<String> names, List<String> values) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), values.get(i));
        }
        return columns;
    }

    /** The one real declaration: chosen before there are copies of it. */
    private UUID realDeclaration(Statement statement) throws SQLException {
        if (real == null) {
            try (ResultSet first = statement.executeQuery("select d.id from declaration d where d.consignor = '"
                    + declaring.first() + "' order by d.id limit 1")) {
                first.next();
                real = first.getObject(1, UUID.class);
            }
        }
        return real;
    }

    /** Keeps the rows of a table that are repeated. */
    private static void sample(Statement statement, String table, String which) throws SQLException {
        int rows = statement.executeUpdate(
                "create temporary table sample_" + table + " as select * from " + table + " s where " + which);
        if (rows == 0) {
            throw new IllegalStateException("The sample has no row in " + table);
        }
    }

    /**
     * Repeats the rows of {@code sample_TABLE} for each number, some columns with values of their own.
     *
     * @param own expressions over the row {@code s} and the number {@code i}
     * @param which rows, a condition over both
     */
    static void insert(Statement statement, String table, Map<String, String> own, String which, int from, int to)
            throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (ResultSet names = statement.executeQuery("select column_name from information_schema.columns where"
                + " table_schema = 'public' and table_name = '" + table
                + "' and is_generated = 'NEVER' order by ordinal_position")) {
            while (names.next()) {
                String name = names.getString(1);
                columns.put(name, own.getOrDefault(name, "s." + name));
            }
        }
        if (!columns.keySet().containsAll(own.keySet())) {
            throw new IllegalStateException(table + " has not all of the columns " + own.keySet());
        }
        statement.executeUpdate("insert into " + table + " (" + String.join(", ", columns.keySet()) + ") select "
                + String.join(", ", columns.values()) + " from generate_series(" + (from + 1) + ", " + to
                + ") as i cross join sample_" + table + " s where " + which);
    }

    /** A UUID of version 7 at its declaration's instant. */
    private String id(int kind, int all) {
        return "(lpad(to_hex(" + nowMillis + " - (" + all + " - i)::bigint * 30000), 12, '0') || '7"
                + String.format("%03x", kind) + "8' || substr(md5('" + seed + " ' || i), 1, 15))::uuid";
    }

    /** A connection for which rows of a consistent whole need no check one by one; indexes are kept as ever. */
    private Connection fillable() throws SQLException {
        Connection connection = postgres.connect(database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
        }
        return connection;
    }
}
