package org.qualityzones.system.bench.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qualityzones.system.bench.gateway.Wrk.Door;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Benchmark;
import org.qualityzones.system.bench.harness.Figures;
import org.qualityzones.system.bench.harness.Load;
import org.qualityzones.system.bench.harness.Report;
import org.qualityzones.system.bench.harness.Report.Bar;
import org.qualityzones.system.bench.harness.Tool;

/**
 * What the gateway takes beside proxies that check nothing: all doors lead to the same upstream, and the generator, the
 * door and the upstream share the machine, so rates are to be read as ratios.
 */
public final class GatewayBench implements Benchmark {

    private static final String OPEN = "public";
    private static final String GUARDED = "protected";
    private static final String NGINX = "nginx";
    private static final String HAPROXY = "haproxy";
    private static final String DIRECT = "direct";
    private static final Duration WARM_UP_WINDOW = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String about() {
        return "public and protected route beside nginx and HAProxy (needs nginx and wrk), about 4 minutes";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        List<String> missing = Stream.of("wrk", "nginx")
                .filter(name -> Tool.find(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            report.untrusted("skipped, not on this machine: " + String.join(", ", missing));
            return;
        }
        try (Doors doors = new Doors(bench)) {
            Wrk wrk = new Wrk(doors.folder());
            Map<String, Door> all = doors(doors);
            if (!all.containsKey(HAPROXY)) {
                bench.progress("skipped, not on this machine: haproxy");
                report.measurement("gateway.skipped").put("tool", HAPROXY);
            }
            warmUp(bench, wrk, all);
            Map<String, Figures> rates = rates(bench, report, wrk, all);
            halfLoad(
                    bench,
                    report,
                    all,
                    Math.min(rates.get(OPEN).median(), rates.get(GUARDED).median()) / 2);
        }
    }

    private static Map<String, Door> doors(Doors doors) throws Exception {
        Map<String, Door> all = new LinkedHashMap<>();
        all.put(OPEN, new Door(OPEN, doors.open(), null));
        all.put(GUARDED, new Door(GUARDED, doors.guarded(), doors.token()));
        all.put(NGINX, new Door(NGINX, doors.nginx(), null));
        doors.haproxy().ifPresent(url -> all.put(HAPROXY, new Door(HAPROXY, url, null)));
        all.put(DIRECT, new Door(DIRECT, doors.direct(), null));
        return all;
    }

    private static void warmUp(Bench bench, Wrk wrk, Map<String, Door> all) {
        long begun = System.nanoTime();
        do {
            for (String id : List.of(OPEN, GUARDED)) {
                double rate = wrk.saturate(all.get(id), shorter(bench, WARM_UP_WINDOW))
                        .perSecond();
                bench.progress("warming up: %s %.0f/s".formatted(id, rate));
            }
        } while (System.nanoTime() - begun < bench.effort().warmUp().toNanos());
        wrk.saturate(all.get(NGINX), Duration.ofSeconds(1));
    }

    /** Rounds of all doors, each round in another order. */
    private static Map<String, Figures> rates(Bench bench, Report report, Wrk wrk, Map<String, Door> all) {
        Duration span = bench.effort().span().dividedBy(2);
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int round = 1; round <= bench.effort().repeats(); round++) {
            for (Door door : shuffled(bench, all)) {
                Wrk.Outcome outcome = wrk.saturate(door, span);
                if (!door.id().equals(DIRECT)) {
                    report.generator(outcome.idle(), outcome.starved());
                }
                values.computeIfAbsent(door.id(), _ -> new ArrayList<>()).add(outcome.perSecond());
                report.measurement("gateway.rate")
                        .put("door", door.id())
                        .put("perSecond", outcome.perSecond())
                        .put("idle", outcome.idle())
                        .put("starved", outcome.starved())
                        .put("p50Millis", outcome.p50Millis())
                        .put("p99Millis", outcome.p99Millis());
                bench.progress("rate %d of %d: %s %.0f/s"
                        .formatted(round, bench.effort().repeats(), door.id(), outcome.perSecond()));
            }
        }
        Map<String, Figures> rates = new LinkedHashMap<>();
        values.forEach((id, list) -> rates.put(id, new Figures(list)));
        for (String id : all.keySet()) {
            report.figure("gateway.rate." + id, TEXTS.get(id), rates.get(id), "/s");
        }
        ratio(report, rates, OPEN, NGINX, Bar.atLeast("target", 0.85));
        ratio(report, rates, GUARDED, NGINX, Bar.atLeast("target", 0.5));
        if (rates.containsKey(HAPROXY)) {
            ratio(report, rates, OPEN, HAPROXY);
            ratio(report, rates, GUARDED, HAPROXY);
        }
        return rates;
    }

    private static void ratio(Report report, Map<String, Figures> rates, String of, String over, Bar... bars) {
        report.ratio(
                "gateway." + of + "-over-" + over,
                TEXTS.get(of) + " ÷ " + over,
                rates.get(of).over(rates.get(over)),
                "gateway.rate." + of,
                "gateway.rate." + over,
                bars);
    }

    /** What a request waits longer because of the gateway, each time beside one without it, in an open loop. */
    private static void halfLoad(Bench bench, Report report, Map<String, Door> all, double perSecond) {
        Duration span = bench.effort().span().dividedBy(3);
        List<Door> paced = List.of(all.get(OPEN), all.get(GUARDED), all.get(DIRECT));
        Map<String, List<Double>> p50 = new LinkedHashMap<>();
        for (int round = 1; round <= bench.effort().repeats(); round++) {
            List<Door> order = new ArrayList<>(paced);
            Collections.shuffle(order, bench.random());
            for (Door door : order) {
                Load.Outcome outcome =
                        door.load().open(perSecond, Wrk.CONNECTIONS, span).into(report);
                p50.computeIfAbsent(door.id(), _ -> new ArrayList<>()).add(outcome.millis(50));
                report.measurement("gateway.half-load")
                        .put("door", door.id())
                        .put("wantedPerSecond", perSecond)
                        .put("perSecond", outcome.perSecond())
                        .put("p50Millis", outcome.millis(50))
                        .put("p99Millis", outcome.millis(99))
                        .put("starved", outcome.starved());
                bench.progress("half load %d of %d: %s p50 %.2f ms at %.0f/s"
                        .formatted(
                                round, bench.effort().repeats(), door.id(), outcome.millis(50), outcome.perSecond()));
            }
        }
        report.figure("gateway.half-load.direct", "p50 at half load, upstream alone", figures(p50, DIRECT), "ms");
        added(report, p50, OPEN, Bar.atMost("target", 1));
        added(report, p50, GUARDED, Bar.atMost("target", 1));
    }

    private static void added(Report report, Map<String, List<Double>> p50, String id, Bar bar) {
        report.figure("gateway.half-load." + id, "p50 at half load, " + TEXTS.get(id), figures(p50, id), "ms");
        List<Double> added = new ArrayList<>();
        for (int i = 0; i < p50.get(id).size(); i++) {
            added.add(p50.get(id).get(i) - p50.get(DIRECT).get(i));
        }
        report.figure("gateway.added." + id, "p50 added at half load, " + TEXTS.get(id), new Figures(added), "ms", bar);
    }

    private static Figures figures(Map<String, List<Double>> values, String id) {
        return new Figures(values.get(id));
    }

    private static List<Door> shuffled(Bench bench, Map<String, Door> all) {
        List<Door> order = new ArrayList<>(all.values());
        Collections.shuffle(order, bench.random());
        return order;
    }

    private static Duration shorter(Bench bench, Duration window) {
        return bench.effort().quick() ? window.dividedBy(4) : window;
    }

    private static final Map<String, String> TEXTS = Map.of(
            OPEN, "gateway, public route",
            GUARDED, "gateway, protected route (verified-token cache)",
            NGINX, "nginx, plain",
            HAPROXY, "HAProxy, plain",
            DIRECT, "upstream, no proxy");
}
