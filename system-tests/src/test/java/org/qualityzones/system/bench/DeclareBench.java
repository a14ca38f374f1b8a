package org.qualityzones.system.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Benchmark;
import org.qualityzones.system.bench.harness.Figures;
import org.qualityzones.system.bench.harness.Load;
import org.qualityzones.system.bench.harness.Report;
import org.qualityzones.system.oracle.Quiet;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.suite.Member;

/**
 * {@code POST /declarations} through the gateway beside {@code pgbench} with the statements of one such request on the
 * same tables: what the whole chain costs over what its database alone would do.
 */
final class DeclareBench implements Benchmark {

    static final int CONNECTIONS = 32;

    private static final Report.Bar FLOOR = Report.Bar.atLeast("floor", 0.25);
    private static final Report.Bar TARGET = Report.Bar.atLeast("target", 0.45);
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration CATCHING_UP = Duration.ofMinutes(3);
    private static final String DATABASE = "qz_inspection";
    private static final String FLOOR_DATABASE = "qz_floor";
    private static final String MARKER = "into declaration ";

    @Override
    public String name() {
        return "declare";
    }

    @Override
    public String about() {
        return "POST /declarations through the gateway beside pgbench with the same statements";
    }

    @Override
    public void run(Bench bench, Report report) throws IOException, SQLException {
        PgBench.require();
        // Owners that are stopped send no heartbeats: decisions on their facts would be provisional, another kind of
        // work.
        bench.setting("QZ_MESSAGING_STALE_AFTER", "1h");
        Postgres postgres = new Postgres(bench.suite());
        Declaring declaring = new Declaring(bench);
        Captured captured = capture(bench, postgres, declaring);
        Path script = Files.writeString(
                bench.suite().notes().resolve("declare.pgbench"),
                PgBenchScript.of(captured, declaring.enterprises(), declaring.first()),
                StandardCharsets.UTF_8);
        report.measurement("statements").put("count", captured.statements().size());
        makeFloorDatabase(bench, postgres);
        declaring.warmUp(report);

        Tables tables = new Tables(bench.suite());
        Quiet quiet = new Quiet(tables, new Replays(bench.suite().env("KAFKA_BOOTSTRAP")));
        pairs(bench, report, declaring, script, "declare", "consumers running", Optional.of(quiet));
        halfLoad(bench, report, declaring, quiet);
        bench.suite().stop(Member.ZONE, Member.ENTERPRISE, Member.NOTIFICATION);
        pairs(
                bench,
                report,
                declaring,
                script,
                "declare.paused",
                "consumers of the other services stopped",
                Optional.empty());
    }

    /** @param quiet of consumers that run: each half of a pair begins with all dealt with, and ends with it */
    private static void pairs(
            Bench bench,
            Report report,
            Declaring declaring,
            Path script,
            String id,
            String circumstance,
            Optional<Quiet> quiet) {
        List<Double> ours = new ArrayList<>();
        List<Double> floor = new ArrayList<>();
        Map<Member, List<Double>> use = new EnumMap<>(Member.class);
        for (int i = 0; i < bench.effort().repeats(); i++) {
            bench.pair(
                    () -> {
                        quiet.ifPresent(Quiet::await);
                        ours.add(declare(bench, report, declaring, id, use, quiet));
                    },
                    () -> {
                        quiet.ifPresent(Quiet::await);
                        floor.add(PgBench.rate(
                                bench,
                                FLOOR_DATABASE,
                                script,
                                CONNECTIONS,
                                bench.effort().span()));
                    });
            bench.progress("%s, pair %d of %d: %.0f/s beside %.0f/s, ratio %.3f"
                    .formatted(
                            circumstance,
                            i + 1,
                            bench.effort().repeats(),
                            ours.getLast(),
                            floor.getLast(),
                            ours.getLast() / floor.getLast()));
        }
        Figures rates = new Figures(ours);
        Figures floors = new Figures(floor);
        report.figure(id + ".rate", "declarations, " + CONNECTIONS + " connections, " + circumstance, rates, "/s");
        report.figure(id + ".pgbench", "pgbench with the same statements", floors, "/s");
        report.ratio(
                id + ".ratio",
                "declare ÷ pgbench, " + circumstance,
                rates.over(floors),
                id + ".rate",
                id + ".pgbench",
                FLOOR,
                TARGET);
        use.forEach((member, millis) -> report.figure(
                id + ".cpu." + member.label(),
                "processor time of " + member.label() + " for one declaration, " + circumstance,
                new Figures(millis),
                "ms"));
    }

    /** How many a second, with the time that consumers that run need until they have taken in all of them. */
    private static double declare(
            Bench bench,
            Report report,
            Declaring declaring,
            String id,
            Map<Member, List<Double>> use,
            Optional<Quiet> quiet) {
        Map<Member, Duration> before = processorTimes(bench);
        Load.Outcome outcome =
                declaring.load().closed(CONNECTIONS, bench.effort().span()).into(report);
        double behind = quiet.map(consumers -> behind(consumers.tables())).orElse(0.0);
        Map<Member, Duration> after = processorTimes(bench);
        double perSecond = outcome.good() / (outcome.good() / outcome.perSecond() + behind);
        ObjectNode node = report.measurement(id)
                .put("perSecond", perSecond)
                .put("secondsBehind", behind)
                .put("p50Millis", outcome.millis(50))
                .put("p99Millis", outcome.millis(99))
                .put("idle", outcome.idle())
                .put("starved", outcome.starved());
        before.forEach((member, time) -> {
            double millis = after.get(member).minus(time).toMillis() / (double) outcome.good();
            use.computeIfAbsent(member, _ -> new ArrayList<>()).add(millis);
            node.put(member.label() + "CpuMillis", millis);
        });
        return perSecond;
    }

    /** Seconds until the feed and the quality files have taken in what was filed. */
    private static double behind(Tables tables) {
        long begun = System.nanoTime();
        await("the consumers have caught up")
                .atMost(CATCHING_UP)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> tables.untaken() == 0);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static Map<Member, Duration> processorTimes(Bench bench) {
        Map<Member, Duration> times = new EnumMap<>(Member.class);
        for (Member member : Member.values()) {
            if (bench.suite().processes().isRunning(member)) {
                times.put(member, bench.suite().processes().processorTime(member));
            }
        }
        return times;
    }

    private static void halfLoad(Bench bench, Report report, Declaring declaring, Quiet quiet) {
        double capacity = declaring
                .load()
                .closed(CONNECTIONS, bench.effort().span())
                .into(report)
                .perSecond();
        List<Double> p50 = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        for (int i = 0; i < bench.effort().repeats(); i++) {
            quiet.await();
            Load.Outcome outcome = declaring
                    .load()
                    .open(capacity / 2, CONNECTIONS * 4, bench.effort().span())
                    .into(report);
            p50.add(outcome.millis(50));
            p99.add(outcome.millis(99));
            report.measurement("declare.half-load")
                    .put("offeredPerSecond", capacity / 2)
                    .put("p50Millis", outcome.millis(50))
                    .put("p99Millis", outcome.millis(99))
                    .put("idle", outcome.idle())
                    .put("starved", outcome.starved());
        }
        report.figure("declare.half-load.p50", "p50 at half of capacity, open loop", new Figures(p50), "ms");
        report.figure("declare.half-load.p99", "p99 at half of capacity, open loop", new Figures(p99), "ms");
    }

    private static Captured capture(Bench bench, Postgres postgres, Declaring declaring)
            throws IOException, SQLException {
        declaring.ofFirst();
        Path log = bench.suite().logs().file(Member.POSTGRES);
        long offset = Files.size(log);
        postgres.run("alter system set log_statement = 'all'", "select pg_reload_conf()");
        bench.pause(SETTLE);
        declaring.ofFirst();
        bench.pause(SETTLE);
        postgres.run("alter system reset log_statement", "select pg_reload_conf()");
        return Captured.from(log, offset, MARKER);
    }

    /** A copy of the service's database, so that neither side works on rows of the other. */
    private static void makeFloorDatabase(Bench bench, Postgres postgres) throws SQLException {
        bench.suite().stop(Member.INSPECTION);
        postgres.run(
                "drop database if exists " + FLOOR_DATABASE,
                "create database " + FLOOR_DATABASE + " template " + DATABASE);
        bench.suite().start(Member.INSPECTION);
    }
}
