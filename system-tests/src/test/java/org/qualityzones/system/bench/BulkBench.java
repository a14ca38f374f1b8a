package org.qualityzones.system.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Benchmark;
import org.qualityzones.system.bench.harness.Effort;
import org.qualityzones.system.bench.harness.Figures;
import org.qualityzones.system.bench.harness.Report;
import org.qualityzones.system.bench.harness.Report.Bar;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.suite.Member;

/**
 * {@code POST /declarations/imports} beside {@code COPY} of the same rows into the same tables, and what a line costs in a
 * declaration of 200 beside one of 20. The rows of each import are taken out of the tables, taken away and loaded again by
 * {@code COPY}, in one transaction, with all indexes and constraints; then the next import follows. Each half begins with
 * empty tables, after a checkpoint, and not before everybody who runs has heard of all that the import filed, so that
 * neither pays for what the other left to be written or told. The import's own events are told while it runs, on the same
 * processors; the first pairs are measured while the other services take them in there as well, the second ones, of longer
 * files, with these stopped.
 */
final class BulkBench implements Benchmark {

    private static final String DATABASE = "qz_inspection";
    private static final Bar RATE = Bar.atLeast("target", 0.3);
    private static final Bar LONG = Bar.atMost("target", 0.7);
    private static final int SHORT_LINES = 20;
    private static final int LONG_LINES = 200;
    private static final int LINES = 1_000;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int BUFFER = 1 << 16;
    private static final Duration CATCHING_UP = Duration.ofMinutes(15);

    /** How many declarations a file has, while the other services run and after they are stopped. */
    private record Sizes(int beside, int alone) {

        static Sizes of(Effort effort) {
            return switch (effort.profile()) {
                case QUICK -> new Sizes(500, 1_000);
                case DEFAULT -> new Sizes(5_000, 10_000);
                case FULL -> new Sizes(10_000, 100_000);
            };
        }
    }

    /** What an import writes. */
    private static final List<String> TABLES = List.of(
            "declaration",
            "declaration_line",
            "decision",
            "declaration_scope",
            "declaration_import",
            "lot_draw",
            "inspection",
            "work_scope",
            "audit_entry",
            "export_value_version",
            "job_row",
            "outbox");

    private long lots;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public String about() {
        return "files of declarations beside COPY of the same rows, and long declarations beside short ones";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        // Owners that are stopped send no heartbeats: decisions on their facts would be provisional, another kind of
        // work.
        bench.setting("QZ_MESSAGING_STALE_AFTER", "2h");
        Sizes sizes = Sizes.of(bench.effort());
        Declaring declaring = new Declaring(bench);
        Client bureau = bench.callers().as("BUREAU");
        String uscc = declaring.first();
        warmUp(bench, bureau, uscc);
        lengths(bench, report, bureau, uscc);
        copyPairs(bench, report, bureau, declaring, sizes.beside(), true);
        bench.suite().stop(Member.ZONE, Member.ENTERPRISE, Member.NOTIFICATION);
        copyPairs(bench, report, bureau, declaring, sizes.alone(), false);
    }

    private void warmUp(Bench bench, Client bureau, String uscc) {
        long end = System.nanoTime() + bench.effort().warmUp().toNanos();
        do {
            importRows(bench, bureau, rows(List.of(uscc), 1_000));
            file(bureau, uscc, SHORT_LINES, LONG_LINES / SHORT_LINES);
            file(bureau, uscc, LONG_LINES, 1);
        } while (System.nanoTime() < end);
    }

    /** @param consumers whether the other services run, and take in what is filed */
    private void copyPairs(Bench bench, Report report, Client bureau, Declaring declaring, int rows, boolean consumers)
            throws SQLException, IOException {
        Postgres postgres = new Postgres(bench.suite());
        List<Double> ours = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        Path folder = Files.createDirectories(bench.suite().notes().resolve("copy"));
        for (int i = 0; i < bench.effort().repeats(); i++) {
            byte[] file = rows(declaring.enterprises(), rows);
            prepare(bench, postgres, consumers);
            ours.add(rows / importRows(bench, bureau, file));
            try (Connection connection = postgres.connect(DATABASE)) {
                require(connection, rows);
                awaitSent(bench, connection);
                copyOut(connection, folder);
                prepare(bench, postgres, consumers);
                copies.add(rows / copyIn(connection, folder));
                require(connection, rows);
            }
            bench.progress("pair %d of %d: %.0f/s, COPY %.0f/s, ratio %.3f"
                    .formatted(
                            i + 1,
                            bench.effort().repeats(),
                            ours.getLast(),
                            copies.getLast(),
                            ours.getLast() / copies.getLast()));
        }
        delete(folder);
        String id = "bulk." + rows;
        String circumstance = consumers ? "consumers running" : "consumers of the other services stopped";
        Figures rate = new Figures(ours);
        Figures copy = new Figures(copies);
        report.figure(
                id + ".rate", "declarations imported, files of %,d, %s".formatted(rows, circumstance), rate, "/s");
        report.figure(id + ".copy", "COPY of the same rows into the same tables", copy, "/s");
        report.ratio(
                id + ".ratio", "import ÷ COPY, " + circumstance, rate.over(copy), id + ".rate", id + ".copy", RATE);
    }

    private void lengths(Bench bench, Report report, Client bureau, String uscc) {
        List<Double> some = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        for (int i = 0; i < Math.max(3, bench.effort().repeats()); i++) {
            bench.pair(
                    () -> some.add(file(bureau, uscc, SHORT_LINES, LINES / SHORT_LINES)),
                    () -> many.add(file(bureau, uscc, LONG_LINES, LINES / LONG_LINES)));
        }
        Figures few = new Figures(some);
        Figures whole = new Figures(many);
        report.figure("bulk.lines-20", "a line of a declaration of 20 lines", few, "ms");
        report.figure("bulk.lines-200", "a line of a declaration of 200 lines", whole, "ms");
        report.ratio(
                "bulk.lines-ratio",
                "time per line, 200 lines ÷ 20",
                whole.over(few),
                "bulk.lines-200",
                "bulk.lines-20",
                LONG);
    }

    /** Files declarations one after the other. @return milliseconds for each line */
    private double file(Client bureau, String uscc, int lines, int count) {
        List<ObjectNode> filings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            filings.add(filing(uscc, lines));
        }
        long begun = System.nanoTime();
        filings.forEach(filing -> bureau.post("/api/v1/declarations", filing).expect(201));
        return (System.nanoTime() - begun) / 1e6 / lines / count;
    }

    private ObjectNode filing(String uscc, int lines) {
        ObjectNode filing = Samples.declaration(uscc).put("certificateRequested", false);
        filing.withArray("lines").removeAll();
        for (int n = 1; n <= lines; n++) {
            filing.withArray("lines").add(Samples.line(n).put("lotNo", "M-" + ++lots));
        }
        return filing;
    }

    private byte[] rows(List<String> usccs, int count) {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < count; i++) {
            file.append(filing(usccs.get(i % usccs.size()), 1)).append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return seconds from the request until the last row was filed */
    private static double importRows(Bench bench, Client bureau, byte[] file) {
        String location = bureau.post("/api/v1/declarations/imports", file, "Content-Type", "application/x-ndjson")
                .expect(202)
                .header("Location");
        JsonNode job = bureau.get(location).expect(200).json();
        while (job.path("state").asText().equals("RUNNING")) {
            bench.pause(POLL);
            job = bureau.get(location).expect(200).json();
        }
        if (!job.path("state").asText().equals("SUCCEEDED")) {
            throw new IllegalStateException("The import is " + job);
        }
        return Duration.between(
                                Instant.parse(job.path("startedAt").asText()),
                                Instant.parse(job.path("finishedAt").asText()))
                        .toNanos()
                / 1e9;
    }

    private static void prepare(Bench bench, Postgres postgres, boolean consumers) throws SQLException {
        empty(postgres);
        if (consumers) {
            Replays events = new Replays(bench.suite().env("KAFKA_BOOTSTRAP"));
            await("the other services have caught up")
                    .atMost(CATCHING_UP)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> events.lag() == 0);
        }
        postgres.run("checkpoint");
    }

    private static void empty(Postgres postgres) throws SQLException {
        try (Connection connection = postgres.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", TABLES) + " cascade");
        }
    }

    private static void require(Connection connection, int rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from declaration")) {
            count.next();
            if (count.getInt(1) != rows) {
                throw new IllegalStateException(count.getInt(1) + " declarations instead of " + rows);
            }
        }
    }

    private static void awaitSent(Bench bench, Connection connection) throws SQLException {
        try (PreparedStatement unsent =
                connection.prepareStatement("select from outbox where sent_at is null limit 1")) {
            while (any(unsent)) {
                bench.pause(POLL);
            }
        }
    }

    private static boolean any(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    private static void copyOut(Connection connection, Path folder) throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (String table : TABLES) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(table)))) {
                copies.copyOut("copy " + table + " to stdout", out);
            }
        }
    }

    /** @return seconds */
    private static double copyIn(Connection connection, Path folder) throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        connection.setAutoCommit(false);
        long begun = System.nanoTime();
        for (String table : TABLES) {
            try (InputStream in = Files.newInputStream(folder.resolve(table))) {
                copies.copyIn("copy " + table + " from stdin", in, BUFFER);
            }
        }
        connection.commit();
        double seconds = (System.nanoTime() - begun) / 1e9;
        connection.setAutoCommit(true);
        return seconds;
    }

    private static void delete(Path folder) throws IOException {
        for (String table : TABLES) {
            Files.deleteIfExists(folder.resolve(table));
        }
        Files.delete(folder);
    }
}
