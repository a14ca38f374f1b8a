package org.qualityzones.system.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.Samples;

/**
 * Decisions of the last month in inspection-service's database. Four kinds of real declarations (of goods under statutory
 * inspection and others, with a certificate and without) are repeated in turn with ids, instants and producers of their own;
 * no two have the same facts, since lot, draw and value differ.
 */
final class PastDecisions {

    static final Duration PERIOD = Duration.ofDays(29);

    private static final String DATABASE = "qz_inspection";
    private static final List<String> CODES = List.of("9608100000", "8458110090");
    private static final int CHUNK = 20_000;
    private static final int PRODUCERS = 20_000;

    private final Bench bench;
    private final Postgres postgres;
    private final Declaring declaring;
    private final long seed;
    private final long firstMillis =
            System.currentTimeMillis() - PERIOD.toMillis() - Duration.ofHours(1).toMillis();

    PastDecisions(Bench bench, Postgres postgres, Declaring declaring) {
        this.bench = bench;
        this.postgres = postgres;
        this.declaring = declaring;
        this.seed = bench.random().nextLong(1, Integer.MAX_VALUE);
    }

    /** Instant of the first one, milliseconds since 1970. */
    long firstMillis() {
        return firstMillis;
    }

    /** Files one of each kind and repeats them, then has statistics gathered as autovacuum would. */
    void add(int size) throws SQLException {
        List<String> ids = file();
        try (Connection connection = postgres.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            sample(statement, ids);
            Map<String, Map<String, String>> tables = tables(size);
            String inTurn = "s.n = i %% %d".formatted(ids.size());
            for (int done = 0; done < size; done += CHUNK) {
                int next = Math.min(size, done + CHUNK);
                for (Map.Entry<String, Map<String, String>> table : tables.entrySet()) {
                    Grown.insert(statement, table.getKey(), table.getValue(), inTurn, done, next);
                }
                if (next % (10 * CHUNK) == 0) {
                    bench.progress("%,d decisions".formatted(next));
                }
            }
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private List<String> file() {
        Client bureau = bench.callers().as("BUREAU");
        List<String> ids = new ArrayList<>();
        for (String code : CODES) {
            for (boolean certificate : List.of(false, true)) {
                ObjectNode filing = Samples.declaration(declaring.first()).put("certificateRequested", certificate);
                ((ObjectNode) filing.withArray("lines").get(0)).put("hsCode", code);
                ids.add(bureau.post("/api/v1/declarations", filing).expect(201).text("/id"));
            }
        }
        return ids;
    }

    /** Keeps the rows that are repeated; what differs in the facts of each is marked once. */
    private static void sample(Statement statement, List<String> ids) throws SQLException {
        statement.execute("create temporary table kind (n int, id uuid)");
        for (int n = 0; n < ids.size(); n++) {
            statement.execute("insert into kind values (" + n + ", '" + ids.get(n) + "')");
        }
        String of = " s join kind k on k.id = s.";
        statement.execute("create temporary table sample_declaration as select s.*, k.n from declaration" + of + "id");
        for (String table : List.of("declaration_line", "inspection")) {
            statement.execute("create temporary table sample_" + table + " as select s.*, k.n from " + table + of
                    + "declaration_id");
        }
        statement.execute("create temporary table sample_decision as select s.*, k.n,"
                + " regexp_replace(regexp_replace(regexp_replace(convert_from(s.facts, 'UTF8'),"
                + " '\"lotSize\":[0-9]+', '\"lotSize\":@lot@'), '\"draw\":\"[0-9a-f]{16}\"', '\"draw\":\"@draw@\"'),"
                + " '\"valueUsdCents\":[0-9]+', '\"valueUsdCents\":@value@') as marked from decision" + of
                + "declaration_id");
    }

    /** What differs in each copy of a table's rows, as expressions over its number {@code i}. */
    private Map<String, Map<String, String>> tables(int size) {
        String millis = "(" + firstMillis + " + i::bigint * " + PERIOD.toMillis() + " / " + size + ")";
        String at = "to_timestamp(" + millis + " / 1000.0)";
        String producer = "('91330226Y' || lpad((i::bigint * 7919 % " + PRODUCERS + ")::text, 9, '0'))";
        String declaration = id(0, millis);
        String decision = id(1, millis);
        String facts = "convert_to(replace(replace(replace(s.marked, '@lot@', (1 + i::bigint * 7919 % 100000)::text),"
                + " '@draw@', substr(md5('" + seed + " ' || i), 1, 16)), '@value@', (100 + i)::text), 'UTF8')";
        return Map.of(
                "declaration",
                Map.of(
                        "id",
                        declaration,
                        "declaration_no",
                        "('D2020' || lpad(i::text, 10, '0'))",
                        "consignor",
                        producer,
                        "declared_at",
                        at),
                "declaration_line",
                Map.of(
                        "declaration_id",
                        declaration,
                        "decision_id",
                        decision,
                        "producer",
                        producer,
                        "lot_no",
                        "('G' || i)",
                        "clearance_number",
                        "NULL",
                        "clearance_since",
                        at),
                "decision",
                Map.of("id", decision, "declaration_id", declaration, "facts", facts, "decided_at", at),
                "inspection",
                Map.of(
                        "id",
                        id(2, millis),
                        "declaration_id",
                        declaration,
                        "producer",
                        producer,
                        "lot_no",
                        "('G' || i)",
                        "opened_at",
                        at));
    }

    /** A UUID of version 7 at its instant. */
    private String id(int kind, String millis) {
        return "(lpad(to_hex(" + millis + "), 12, '0') || '7" + String.format("%03x", kind) + "8' || substr(md5('"
                + seed + " ' || i), 1, 15))::uuid";
    }
}
