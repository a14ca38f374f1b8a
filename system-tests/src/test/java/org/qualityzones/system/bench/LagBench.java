package org.qualityzones.system.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Benchmark;
import org.qualityzones.system.bench.harness.Figures;
import org.qualityzones.system.bench.harness.Load;
import org.qualityzones.system.bench.harness.Report;
import org.qualityzones.system.bench.harness.Report.Bar;
import org.qualityzones.system.bench.harness.Wire;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Quiet;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.suite.Member;

/**
 * How long after its commit a fact is in another service, and at a subscriber: enterprises are registered at a steady
 * rate. PostgreSQL itself says when a row was committed ({@code track_commit_timestamp}), at the owner and in
 * inspection-service's copy; nothing is polled meanwhile.
 */
final class LagBench implements Benchmark {

    private static final int CONNECTIONS = 64;
    private static final double WARM_UP = 125;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofSeconds(1);

    /** Registrations are few a second, and it is their number that has the compilers done. */
    private static final int WARM_UPS = 4;

    private enum Rate {
        CALM(50),
        BUSY(200);

        private final int perSecond;

        Rate(int perSecond) {
            this.perSecond = perSecond;
        }
    }

    /** What the repetitions of one rate found, in milliseconds. */
    private record Found(List<Double> copyP50, List<Double> copyP99, List<Double> hookP50, List<Double> hookP99) {

        Found() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final AtomicInteger number = new AtomicInteger();
    private int series;

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public String about() {
        return "from commit to another service's copy, and to a subscriber's webhook";
    }

    @Override
    public void run(Bench bench, Report report) throws SQLException {
        series = bench.random().nextInt(10, 100);
        Postgres postgres = new Postgres(bench.suite());
        postgres.run("alter system set track_commit_timestamp = on");
        bench.suite().stop(Member.POSTGRES);
        bench.suite().start(Member.POSTGRES);
        awaitService(bench);
        try (Receiver receiver = Receiver.listen(bench.suite().notes().resolve("webhooks.log"))) {
            receiver.subscribeToAll(bench.callers().as("INTEGRATOR"));
            bench.progress("warming up");
            Collection<String> first = new ConcurrentLinkedQueue<>();
            register(bench, WARM_UP, bench.effort().warmUp().multipliedBy(WARM_UPS), first);
            awaitWebhooks(bench, postgres, receiver, List.copyOf(first));

            Quiet quiet = new Quiet(
                    new Tables(bench.suite()), new Replays(bench.suite().env("KAFKA_BOOTSTRAP")));
            Map<Rate, Found> found = new HashMap<>();
            for (int i = 0; i < bench.effort().repeats(); i++) {
                List<Rate> order = new ArrayList<>(List.of(Rate.values()));
                Collections.shuffle(order, bench.random());
                for (Rate rate : order) {
                    quiet.await();
                    measure(bench, report, postgres, receiver, rate, found.computeIfAbsent(rate, _ -> new Found()));
                }
            }
            for (Rate rate : Rate.values()) {
                report(report, rate, found.get(rate));
            }
        }
    }

    private static void report(Report report, Rate rate, Found found) {
        String at = " at " + rate.perSecond + "/s, ";
        String copy = "lag.copy." + rate.perSecond;
        String webhook = "lag.webhook." + rate.perSecond;
        Bar[] copyP50 = rate == Rate.CALM ? new Bar[] {Bar.atMost("target", 15)} : new Bar[0];
        Bar[] copyP99 = rate == Rate.CALM ? new Bar[] {Bar.atMost("target", 100)} : new Bar[0];
        report.figure(copy + ".p50", "commit → copy" + at + "p50", new Figures(found.copyP50()), "ms", copyP50);
        report.figure(copy + ".p99", "commit → copy" + at + "p99", new Figures(found.copyP99()), "ms", copyP99);
        report.figure(webhook + ".p50", "commit → webhook" + at + "p50", new Figures(found.hookP50()), "ms");
        report.figure(
                webhook + ".p99",
                "commit → webhook" + at + "p99",
                new Figures(found.hookP99()),
                "ms",
                Bar.atMost("target", 1000));
    }

    private void measure(Bench bench, Report report, Postgres postgres, Receiver receiver, Rate rate, Found found)
            throws SQLException {
        Collection<String> registered = new ConcurrentLinkedQueue<>();
        register(bench, rate.perSecond, bench.effort().span(), registered).into(report);
        List<String> codes = List.copyOf(registered);
        Map<String, Instant> commits = commits(
                postgres,
                "qz_enterprise",
                "select uscc, pg_xact_commit_timestamp(xmin) from enterprise where uscc = any (?)",
                codes);
        Map<String, Instant> copies = awaitCopies(bench, postgres, codes);
        Map<String, Instant> webhooks = awaitWebhooks(bench, postgres, receiver, codes);

        Histogram copy = lags(commits, copies);
        Histogram hook = lags(commits, webhooks);
        if (copies.size() < codes.size() || webhooks.size() < codes.size()) {
            report.untrusted("of %d registrations %d reached the copy and %d the subscriber within %d s"
                    .formatted(codes.size(), copies.size(), webhooks.size(), PATIENCE.toSeconds()));
        }
        found.copyP50().add(millis(copy, 50));
        found.copyP99().add(millis(copy, 99));
        found.hookP50().add(millis(hook, 50));
        found.hookP99().add(millis(hook, 99));
        report.measurement("lag." + rate.perSecond)
                .put("registered", codes.size())
                .put("copyP50Millis", found.copyP50().getLast())
                .put("copyP99Millis", found.copyP99().getLast())
                .put("webhookP50Millis", found.hookP50().getLast())
                .put("webhookP99Millis", found.hookP99().getLast());
        bench.progress("%d/s: copy p50 %.1f ms, p99 %.1f ms; webhook p50 %.1f ms, p99 %.1f ms"
                .formatted(
                        rate.perSecond,
                        found.copyP50().getLast(),
                        found.copyP99().getLast(),
                        found.hookP50().getLast(),
                        found.hookP99().getLast()));
    }

    private Load.Outcome register(Bench bench, double perSecond, Duration span, Collection<String> registered) {
        URI gateway = URI.create(bench.suite().gateway());
        Load load = new Load(gateway, _ -> {
            String uscc = nextCode();
            registered.add(uscc);
            return Wire.request(
                    gateway,
                    "POST",
                    "/api/v1/enterprises",
                    bench.callers().token("BUREAU"),
                    "Idempotency-Key: " + uscc + "\r\n",
                    Json.bytes(Samples.enterprise(uscc)));
        });
        return load.open(perSecond, CONNECTIONS, span);
    }

    private String nextCode() {
        return CreditCode.of("330226", "L%02d%05d".formatted(series, number.getAndIncrement()));
    }

    private void awaitService(Bench bench) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (register(bench, 1, STEP, new ConcurrentLinkedQueue<>()).failed() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The suite does not serve again after PostgreSQL's restart");
            }
        }
    }

    private static Map<String, Instant> awaitCopies(Bench bench, Postgres postgres, List<String> codes)
            throws SQLException {
        String sql = "select key, pg_xact_commit_timestamp(xmin) from state_version"
                + " where kind = 'qz.enterprise' and version = 1 and key = any (?)";
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Instant> copies = commits(postgres, "qz_inspection", sql, codes);
        while (copies.size() < codes.size() && System.nanoTime() < end) {
            bench.pause(STEP);
            copies = commits(postgres, "qz_inspection", sql, codes);
        }
        return copies;
    }

    private static Map<String, Instant> awaitWebhooks(
            Bench bench, Postgres postgres, Receiver receiver, List<String> codes) throws SQLException {
        Map<String, String> events = events(postgres, codes);
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Instant> arrived = arrived(receiver, events);
        while (arrived.size() < codes.size() && System.nanoTime() < end) {
            bench.pause(STEP);
            arrived = arrived(receiver, events);
        }
        return arrived;
    }

    private static Map<String, Instant> arrived(Receiver receiver, Map<String, String> events) {
        Map<String, Instant> arrived = new HashMap<>();
        for (Receiver.Webhook webhook : receiver.verified()) {
            String uscc = events.get(webhook.id());
            if (uscc != null) {
                arrived.put(uscc, webhook.arrived());
            }
        }
        return arrived;
    }

    /** Code by id of the event of its registration. */
    private static Map<String, String> events(Postgres postgres, List<String> codes) throws SQLException {
        Map<String, String> events = new HashMap<>();
        select(
                postgres,
                "qz_enterprise",
                "select id, key from outbox where topic = 'qz.enterprise' and version = 1 and key = any (?)",
                codes,
                row -> events.put(row.getString(1), row.getString(2)));
        return events;
    }

    private static Map<String, Instant> commits(Postgres postgres, String database, String sql, List<String> codes)
            throws SQLException {
        Map<String, Instant> commits = new HashMap<>();
        select(
                postgres,
                database,
                sql,
                codes,
                row -> commits.put(row.getString(1), row.getTimestamp(2).toInstant()));
        return commits;
    }

    private interface Row {

        void take(ResultSet row) throws SQLException;
    }

    private static void select(Postgres postgres, String database, String sql, List<String> codes, Row each)
            throws SQLException {
        try (Connection connection = postgres.connect(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }

    private static Histogram lags(Map<String, Instant> from, Map<String, Instant> to) {
        Histogram lags = new Histogram(3);
        to.forEach((code, arrived) -> {
            Instant committed = from.get(code);
            if (committed != null) {
                lags.recordValue(
                        Math.max(0, Duration.between(committed, arrived).toNanos() / 1000));
            }
        });
        if (lags.getTotalCount() == 0) {
            throw new IllegalStateException("Nothing arrived");
        }
        return lags;
    }

    private static double millis(Histogram lags, double percentile) {
        return lags.getValueAtPercentile(percentile) / 1000.0;
    }
}
