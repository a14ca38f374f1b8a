package org.qualityzones.system.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Benchmark;
import org.qualityzones.system.bench.harness.Figures;
import org.qualityzones.system.bench.harness.Load;
import org.qualityzones.system.bench.harness.Report;
import org.qualityzones.system.bench.harness.Report.Bar;
import org.qualityzones.system.oracle.Quiet;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.suite.Member;

/**
 * {@code POST /declarations} on an empty database beside one of years. Both are copies of the same database with the
 * same enterprises; the running, warm service is moved from one to the other by their names, so that the two are measured
 * in pairs. It leaves a database only when what was filed there is dealt with, so that the other does not pay for it.
 */
final class GrowthBench implements Benchmark {

    private static final String DATABASE = "qz_inspection";
    private static final double NINE_TENTHS = 0.9;
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private enum Side {
        EMPTY("qz_small"),
        FULL("qz_grown");

        private final String database;

        Side(String database) {
            this.database = database;
        }
    }

    private Side current;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String about() {
        return "POST /declarations on a database of many declarations beside an empty one";
    }

    @Override
    public void run(Bench bench, Report report) throws SQLException {
        Postgres postgres = new Postgres(bench.suite());
        Declaring declaring = new Declaring(bench);
        declaring.ofFirst();
        copy(bench, postgres);
        int enterprises = bench.effort().quick() ? 1_000 : 100_000;
        Grown grown = new Grown(bench, postgres, Side.FULL.database, declaring, enterprises);
        bench.progress("%,d enterprises".formatted(enterprises));
        grown.addEnterprises();
        declaring.warmUp(report);
        Quiet quiet =
                new Quiet(new Tables(bench.suite()), new Replays(bench.suite().env("KAFKA_BOOTSTRAP")));
        quiet.await();
        int before = 0;
        for (int size : sizes(bench)) {
            enter(postgres, declaring, Side.EMPTY);
            bench.progress("adding declarations up to %,d".formatted(size));
            grown.addDeclarations(before, size);
            grown.settle();
            before = size;
            compare(bench, report, postgres, declaring, quiet, size, enterprises);
        }
        enter(postgres, declaring, Side.EMPTY);
    }

    private static List<Integer> sizes(Bench bench) {
        return switch (bench.effort().profile()) {
            case QUICK -> List.of(1_000);
            case DEFAULT -> List.of(100_000);
            case FULL -> List.of(100_000, 1_000_000);
        };
    }

    private void compare(
            Bench bench, Report report, Postgres postgres, Declaring declaring, Quiet quiet, int size, int enterprises)
            throws SQLException {
        Map<Side, List<Double>> rates = new EnumMap<>(Side.class);
        Map<Side, List<Double>> medians = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            rates.put(side, new ArrayList<>());
            medians.put(side, new ArrayList<>());
        }
        double half = 0;
        for (int i = 0; i < bench.effort().repeats(); i++) {
            List<Side> order = new ArrayList<>(List.of(Side.values()));
            Collections.shuffle(order, bench.random());
            for (Side side : order) {
                enter(postgres, declaring, side);
                Load.Outcome closed = declaring
                        .load()
                        .closed(DeclareBench.CONNECTIONS, bench.effort().span())
                        .into(report);
                half = half == 0 ? closed.perSecond() / 2 : half;
                Load.Outcome open = declaring
                        .load()
                        .open(half, DeclareBench.CONNECTIONS * 4, bench.effort().span())
                        .into(report);
                quiet.await();
                rates.get(side).add(closed.perSecond());
                medians.get(side).add(open.millis(50));
                report.measurement("growth." + size + "." + side.name().toLowerCase(Locale.ROOT))
                        .put("perSecond", closed.perSecond())
                        .put("offeredPerSecond", half)
                        .put("p50Millis", open.millis(50))
                        .put("p99Millis", open.millis(99));
            }
            bench.progress("%,d declarations, pair %d of %d: %.0f/s, empty %.0f/s; p50 %.1f ms, empty %.1f ms"
                    .formatted(
                            size,
                            i + 1,
                            bench.effort().repeats(),
                            rates.get(Side.FULL).getLast(),
                            rates.get(Side.EMPTY).getLast(),
                            medians.get(Side.FULL).getLast(),
                            medians.get(Side.EMPTY).getLast()));
        }
        tell(
                report,
                "growth." + size,
                "%,d declarations and %,d enterprises".formatted(size, enterprises),
                rates,
                medians);
    }

    private static void tell(
            Report report, String id, String what, Map<Side, List<Double>> rates, Map<Side, List<Double>> medians) {
        Figures full = new Figures(rates.get(Side.FULL));
        Figures empty = new Figures(rates.get(Side.EMPTY));
        Figures fullP50 = new Figures(medians.get(Side.FULL));
        Figures emptyP50 = new Figures(medians.get(Side.EMPTY));
        report.figure(id + ".rate", "declarations with " + what, full, "/s");
        report.figure(id + ".empty.rate", "declarations with an empty database", empty, "/s");
        report.ratio(
                id + ".rate-ratio",
                "rate with " + what + " ÷ empty",
                full.over(empty),
                id + ".rate",
                id + ".empty.rate",
                Bar.atLeast("target", NINE_TENTHS));
        report.figure(id + ".p50", "p50 at half of capacity with " + what, fullP50, "ms");
        report.figure(id + ".empty.p50", "p50 at the same rate with an empty database", emptyP50, "ms");
        report.ratio(
                id + ".p50-ratio",
                "p50 empty ÷ with " + what,
                emptyP50.over(fullP50),
                id + ".empty.p50",
                id + ".p50",
                Bar.atLeast("target", NINE_TENTHS));
    }

    private void copy(Bench bench, Postgres postgres) throws SQLException {
        bench.suite().stop(Member.INSPECTION);
        postgres.run("create database " + Side.FULL.database + " template " + DATABASE);
        bench.suite().start(Member.INSPECTION);
        current = Side.EMPTY;
    }

    /** Gives the other database the name that the service knows, and waits until it works there. */
    private void enter(Postgres postgres, Declaring declaring, Side side) throws SQLException {
        if (side != current) {
            String leave = "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname in ('"
                    + DATABASE + "', '" + side.database + "')";
            postgres.run(
                    "alter database " + DATABASE + " with allow_connections false",
                    leave,
                    "alter database " + DATABASE + " rename to " + current.database,
                    "alter database " + side.database + " rename to " + DATABASE,
                    "alter database " + DATABASE + " with allow_connections true",
                    "alter database " + current.database + " with allow_connections true");
            current = side;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (declaring.load().closed(DeclareBench.CONNECTIONS, SETTLE).failed() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The service does not work on the other database");
            }
        }
    }
}
