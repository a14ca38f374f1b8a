package org.qualityzones.system.bench.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Benchmark;
import org.qualityzones.system.bench.harness.Figures;
import org.qualityzones.system.bench.harness.Report;
import org.qualityzones.system.bench.harness.Report.Bar;
import org.qualityzones.system.client.Json;

/**
 * Microseconds for one line of facts, one thread, warm, by JMH: our engine with the whole trace, the stock CEL runtime and
 * KIE DMN without one, and the decision written by hand. What is measured is the module {@code engine-benchmarks} (ADR
 * 0021); here it is started and its figures are held to their bars.
 */
public final class EngineBench implements Benchmark {

    private static final double SHIPPED_BAR = 10;
    private static final double MANY_BAR = 60;

    /** JMH measures one contender for this part of a measurement of the other benchmarks, and so for the warm-up. */
    private static final int PART_OF_SPAN = 10;

    private static final int PART_OF_WARM_UP = 20;
    private static final Duration LEAST = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String about() {
        return "one line decided with its trace, beside stock CEL, KIE DMN and hand-written code, about 4 minutes";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        Path module = bench.root().resolve("inspection-service/benchmarks/target");
        Path result = Files.createDirectories(bench.root().resolve("system-tests/target/bench-engine"))
                .resolve("engine.json");
        Files.deleteIfExists(result);
        measure(bench, module, result);
        JsonNode found = Json.read(Files.readString(result));
        Map<String, Figures> micros = new TreeMap<>();
        for (JsonNode contender : found.path("contenders")) {
            String id =
                    contender.path("set").asText() + "." + contender.path("id").asText();
            micros.put(id, figures(contender.path("microsPerLine")));
            for (JsonNode waited : contender.path("waited")) {
                report.generator(1, waited.asDouble());
            }
            report.measurement("engine." + id).set("bytesPerLine", contender.path("bytesPerLine"));
        }
        report.measurement("engine.sets").set("sets", found.path("sets"));
        figures(report, micros);
    }

    private static void figures(Report report, Map<String, Figures> micros) {
        figure(report, micros, "shipped.decide", "shipped rules, decided with the whole trace", SHIPPED_BAR);
        figure(report, micros, "shipped.spelled-out", "the same, every entry's inputs spelled out", SHIPPED_BAR);
        figure(report, micros, "shipped.recorded", "the same as canonical bytes with both digests");
        figure(report, micros, "shipped.stock-cel", "shipped rules' conditions by stock CEL, no trace");
        figure(report, micros, "shipped.kie-dmn", "shipped rules as a KIE DMN table, no trace");
        figure(report, micros, "shipped.by-hand", "shipped rules by hand, no trace");
        faster(report, micros, "shipped.stock-cel");
        faster(report, micros, "shipped.kie-dmn");
        report.ratio(
                "engine.shipped.decide-over-by-hand",
                "shipped rules with trace ÷ by hand",
                micros.get("shipped.decide").over(micros.get("shipped.by-hand")),
                "engine.shipped.decide",
                "engine.shipped.by-hand");
        figure(report, micros, "many.decide", "200 rules, decided with the whole trace", MANY_BAR);
        figure(report, micros, "many.spelled-out", "the same, every entry's inputs spelled out", MANY_BAR);
        figure(report, micros, "many.stock-cel", "200 rules' conditions by stock CEL, no trace");
        figure(report, micros, "many.kie-dmn", "200 rules as a KIE DMN table, no trace");
        faster(report, micros, "many.stock-cel");
        faster(report, micros, "many.kie-dmn");
    }

    private static void figure(Report report, Map<String, Figures> micros, String id, String text, double... most) {
        Bar[] bars = most.length == 0 ? new Bar[0] : new Bar[] {Bar.atMost("target", most[0])};
        report.figure("engine." + id, text, micros.get(id), "µs", bars);
    }

    /** Ours with a trace must take less time than another engine without one. */
    private static void faster(Report report, Map<String, Figures> micros, String other) {
        String ours = other.substring(0, other.indexOf('.')) + ".decide";
        report.ratio(
                "engine." + ours + "-over" + other.substring(other.indexOf('.')).replace('.', '-'),
                "with trace ÷ " + other.replace('.', ' '),
                micros.get(ours).over(micros.get(other)),
                "engine." + ours,
                "engine." + other,
                Bar.atMost("target", 1));
    }

    /** JMH starts a JVM for each measurement; what that one says goes to the screen. */
    private static void measure(Bench bench, Path module, Path result) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dqz.seed=" + bench.seed(),
                "-Dqz.bench.repeats=" + bench.effort().repeats(),
                "-Dqz.bench.millis=" + millis(bench.effort().span().dividedBy(PART_OF_SPAN)),
                "-Dqz.bench.warm-up=" + millis(bench.effort().warmUp().dividedBy(PART_OF_WARM_UP)),
                "-cp",
                module.resolve("engine-benchmarks.jar") + ":" + module.resolve("lib") + "/*",
                "org.qualityzones.benchmarks.BenchmarksMain",
                result.toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.to(
                        result.resolveSibling("engine.log").toFile()))
                .start();
        int end = process.waitFor();
        if (end != 0) {
            throw new IllegalStateException(
                    "The engine's benchmarks ended with " + end + ", see " + result.resolveSibling("engine.log"));
        }
    }

    private static long millis(Duration wanted) {
        return Math.max(LEAST.toMillis(), wanted.toMillis());
    }

    private static Figures figures(JsonNode values) {
        List<Double> all = new ArrayList<>();
        values.forEach(value -> all.add(value.asDouble()));
        return new Figures(all);
    }
}
