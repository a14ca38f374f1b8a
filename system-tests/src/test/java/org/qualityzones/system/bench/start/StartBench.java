package org.qualityzones.system.bench.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Benchmark;
import org.qualityzones.system.bench.harness.Child;
import org.qualityzones.system.bench.harness.Figures;
import org.qualityzones.system.bench.harness.Report;
import org.qualityzones.system.bench.harness.Report.Bar;
import org.qualityzones.system.suite.Member;

/**
 * How long each service takes from the start of its process to readiness, alone and all five at once, with the memory it
 * then holds: as the local stack starts it, and with an AOT cache of the JDK, trained on this machine. PostgreSQL, Kafka
 * and Keycloak run; files are in the page cache.
 */
public final class StartBench implements Benchmark {

    private static final String ALL = "all";
    private static final String PLAIN = "plain";
    private static final String CACHED = "aot";
    private static final Bar TARGET = Bar.atMost("target", 0.75);
    private static final Duration SETTLE = Duration.ofMillis(500);

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, List<Double>> memory = new LinkedHashMap<>();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "each service and all at once from start to readiness, plain and with an AOT cache, about 6 minutes";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        Path folder = Files.createDirectories(bench.root().resolve("system-tests/target/bench-start"));
        List<Startable> services = new ArrayList<>();
        for (Member member : Member.ours()) {
            Map<String, String> environment =
                    Startable.environmentOf(bench.suite().processes().of(member));
            services.add(new Startable(member, bench.root(), folder, environment));
        }
        bench.suite().stop(Member.ours().toArray(Member[]::new));
        for (Startable service : services) {
            bench.progress("training " + service.member().label());
            service.train();
        }
        for (int round = 1; round <= bench.effort().repeats(); round++) {
            List<Startable> order = new ArrayList<>(services);
            Collections.shuffle(order, bench.random());
            for (Startable service : order) {
                both(bench, report, round, service.member().label(), List.of(service));
            }
            both(bench, report, round, ALL, services);
        }
        services.forEach(service -> figures(report, service.member().label()));
        figures(report, ALL);
    }

    /** A pair: plain and cached, in an order that the seed says. */
    private void both(Bench bench, Report report, int round, String id, List<Startable> services) {
        bench.pair(
                () -> once(bench, report, round, id, PLAIN, services, Startable::startPlain),
                () -> once(bench, report, round, id, CACHED, services, Startable::startCached));
    }

    private void once(
            Bench bench,
            Report report,
            int round,
            String id,
            String way,
            List<Startable> services,
            Function<Startable, Child> start) {
        List<Child> children = new ArrayList<>();
        try {
            services.forEach(service -> children.add(start.apply(service)));
            double slowest = 0;
            for (int i = 0; i < services.size(); i++) {
                slowest = Math.max(slowest, services.get(i).secondsToReady(children.get(i)));
            }
            bench.pause(SETTLE);
            double resident = children.stream().mapToDouble(Child::residentMiB).sum();
            keep(seconds, id, way, slowest);
            keep(memory, id, way, resident);
            report.measurement("start." + id)
                    .put("way", way)
                    .put("round", round)
                    .put("seconds", slowest)
                    .put("residentMiB", resident);
            bench.progress("%d of %d: %s %s ready after %.2f s, %.0f MiB"
                    .formatted(round, bench.effort().repeats(), id, way, slowest, resident));
        } finally {
            children.forEach(Child::askToEnd);
            children.forEach(Child::close);
        }
    }

    private void figures(Report report, String id) {
        String text = id.equals(ALL) ? "all five at once" : id;
        for (String way : List.of(PLAIN, CACHED)) {
            report.figure(
                    "start." + id + "." + way, text + ", " + way + ", start to readiness", of(seconds, id, way), "s");
        }
        report.ratio(
                "start." + id + ".aot-over-plain",
                text + ", AOT cache ÷ plain",
                of(seconds, id, CACHED).over(of(seconds, id, PLAIN)),
                "start." + id + "." + CACHED,
                "start." + id + "." + PLAIN,
                id.equals(ALL) ? new Bar[] {TARGET} : new Bar[0]);
        for (String way : List.of(PLAIN, CACHED)) {
            report.figure(
                    "start." + id + ".memory-" + way,
                    text + ", " + way + ", resident when ready",
                    of(memory, id, way),
                    "MiB");
        }
    }

    private static void keep(Map<String, List<Double>> values, String id, String way, double value) {
        values.computeIfAbsent(id + "." + way, _ -> new ArrayList<>()).add(value);
    }

    private static Figures of(Map<String, List<Double>> values, String id, String way) {
        return new Figures(values.get(id + "." + way));
    }
}
