package org.qualityzones.system.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Benchmark;
import org.qualityzones.system.bench.harness.Figures;
import org.qualityzones.system.bench.harness.Load;
import org.qualityzones.system.bench.harness.Report;
import org.qualityzones.system.bench.harness.Report.Bar;

/**
 * Declarations in the shape of DIGIT's spike test (egovernments/Citizen-Complaint-Resolution-System,
 * {@code performance/k6/scenarios/variable-throughput.js}): three linear rises of 30 s from 1 to 15, 1 to 25 and 2 to 35
 * lifecycles a second, where 37 was its capacity, with falls of 2 minutes between and 3 minutes at 10 after. Here the
 * rates are the same shares of the capacity that is measured first ({@code burst.shape}), and then those at which
 * the last spike asks for twice of it ({@code burst.twice}): its system met such a one when it was full. The time of recovery
 * begins with the fall, and not before no more is asked for than the capacity; what came too much waits in the driver.
 */
final class BurstBench implements Benchmark {

    private static final int CONNECTIONS = 256;
    private static final double DIGIT_CAPACITY = 37;
    private static final double DIGIT_PEAK = 35;
    private static final double TWICE = 2;
    private static final double NORMAL_MILLIS = 100;

    /** What the machine may do more after the spikes than before them. */
    private static final double MOST_GAINED = 1.2;

    private static final Bar RECOVERY = Bar.atMost("target", 10);

    /** Seconds of the original, and the rate at the end of each stage. */
    private static final double[][] STAGES = {
        {60, 1}, {30, 15}, {120, 1}, {30, 25}, {120, 2}, {30, 35}, {180, 10}, {30, 0}
    };

    @Override
    public String name() {
        return "burst";
    }

    @Override
    public String about() {
        return "three spikes of declarations: errors, and the time until answers are as fast as before";
    }

    @Override
    public void run(Bench bench, Report report) {
        Declaring declaring = new Declaring(bench);
        declaring.warmUp(report);
        String what = "declarations, " + DeclareBench.CONNECTIONS + " connections";
        Figures capacity = capacity(bench, report, declaring);
        report.figure("burst.capacity", what, capacity, "/s");
        spikes(bench, report, declaring, "burst.shape", capacity.median(), 1 / DIGIT_CAPACITY);
        spikes(bench, report, declaring, "burst.twice", capacity.median(), TWICE / DIGIT_PEAK);
        Figures after = capacity(bench, report, declaring);
        report.figure("burst.capacity.after", what + ", after the spikes", after, "/s");
        if (after.median() > MOST_GAINED * capacity.median()) {
            report.untrusted("the capacity was taken for less than it is: %.0f/s before, %.0f/s after the spikes"
                    .formatted(capacity.median(), after.median()));
        }
    }

    private static Figures capacity(Bench bench, Report report, Declaring declaring) {
        List<Double> capacities = new ArrayList<>();
        for (int i = 0; i < bench.effort().repeats(); i++) {
            capacities.add(declaring
                    .load()
                    .closed(DeclareBench.CONNECTIONS, bench.effort().span().dividedBy(2))
                    .into(report)
                    .perSecond());
        }
        return new Figures(capacities);
    }

    private static void spikes(
            Bench bench, Report report, Declaring declaring, String id, double capacity, double unit) {
        Shape shape = Shape.of(STAGES, capacity * unit, pace(bench));
        bench.progress("%s: %d s, %,d requests, peak %.0f/s"
                .formatted(id, shape.length().toSeconds(), shape.requests(), shape.peak()));
        Seconds seconds = new Seconds(shape.length());
        URI gateway = URI.create(bench.suite().gateway());
        Load load = new Load(gateway, n -> declaring.request(gateway, n), seconds);
        Load.Outcome outcome = load.open(shape, CONNECTIONS);
        report.generator(outcome.idle(), outcome.starved());

        double normal = Math.max(NORMAL_MILLIS, 2 * seconds.p95Millis(0, shape.end(0)));
        List<Double> recoveries = new ArrayList<>();
        for (int peak : new int[] {1, 3, 5}) {
            recoveries.add(seconds.untilBelow(normal, shape.calm(peak, capacity)));
        }
        long errors = seconds.errors();
        bench.progress("%s: statuses %s, p95 before %.1f ms, normal again after %s s"
                .formatted(id, outcome.statuses(), seconds.p95Millis(0, shape.end(0)), recoveries));
        report.measurement(id)
                .put("peakPerSecond", shape.peak())
                .put("requests", shape.requests())
                .put("statuses", outcome.statuses().toString())
                .put("refusedWithRetryAfter", seconds.refused())
                .put("p95BeforeMillis", seconds.p95Millis(0, shape.end(0)))
                .put("p95WorstSecondMillis", seconds.worstMillis())
                .put("normalMillis", normal)
                .set("p95MillisBySecond", seconds.json());
        String peak =
                String.format(Locale.ROOT, "peak %.0f/s, %.0f times as fast as DIGIT's", shape.peak(), pace(bench));
        report.figure(
                id + ".errors",
                "errors of " + shape.requests() + " requests, " + peak,
                Figures.of(errors),
                "",
                Bar.atMost("target", 0));
        report.figure(
                id + ".refused", "refused with Retry-After (429, 503), " + peak, Figures.of(seconds.refused()), "");
        report.figure(
                id + ".recovery",
                "slowest return to p95 ≤ " + Math.round(normal) + " ms after a spike, " + peak,
                Figures.of(recoveries.stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElseThrow()),
                "s",
                RECOVERY);
    }

    /** How much faster than the original's ten minutes. */
    private static double pace(Bench bench) {
        return switch (bench.effort().profile()) {
            case QUICK -> 30;
            case DEFAULT -> 10;
            case FULL -> 1;
        };
    }
}
