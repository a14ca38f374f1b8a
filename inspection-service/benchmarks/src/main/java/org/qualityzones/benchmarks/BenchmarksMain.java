package org.qualityzones.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.ruleset.RuleSet;

/**
 * Measures every contender once in each round, each time in a new JVM and in another order, and writes what it found as
 * JSON: {@code qz.seed}, {@code qz.bench.repeats} rounds, {@code qz.bench.warm-up} and {@code qz.bench.millis}
 * milliseconds each.
 */
public final class BenchmarksMain {

    private static final List<Contender> CONTENDERS = List.of(
            new Contender("decide", "decide", "shipped"),
            new Contender("spelled-out", "decideAndSpellOut", "shipped"),
            new Contender("recorded", "decideAndRecord", "shipped"),
            new Contender("stock-cel", "stockCel", "shipped"),
            new Contender("kie-dmn", "kieDmn", "shipped"),
            new Contender("by-hand", "handWritten", "shipped"),
            new Contender("decide", "decide", "many"),
            new Contender("spelled-out", "decideAndSpellOut", "many"),
            new Contender("stock-cel", "stockCel", "many"),
            new Contender("kie-dmn", "kieDmn", "many"));

    private BenchmarksMain() {}

    /** @param arguments the file to write */
    public static void main(String[] arguments) throws IOException, RunnerException {
        long seed = Long.getLong("qz.seed", 1);
        int repeats = Integer.getInteger("qz.bench.repeats", 5);
        Map<Contender, List<RunResult>> results = new LinkedHashMap<>();
        CONTENDERS.forEach(contender -> results.put(contender, new ArrayList<>()));
        Random random = new Random(seed);
        for (int round = 1; round <= repeats; round++) {
            List<Contender> order = new ArrayList<>(CONTENDERS);
            Collections.shuffle(order, random);
            for (Contender contender : order) {
                RunResult result = contender.measure(seed);
                results.get(contender).add(result);
                System.out.printf(
                        Locale.ROOT,
                        "  · %d of %d: %s rules, %s: %.2f µs a line%n",
                        round,
                        repeats,
                        contender.set(),
                        contender.id(),
                        micros(result));
            }
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode found = json.createObjectNode();
        found.put("lines", LineBenchmark.LINES).put("seed", seed);
        sets(found, seed);
        results.forEach((contender, runs) -> {
            ObjectNode node = found.withArray("contenders").addObject();
            node.put("id", contender.id()).put("set", contender.set());
            runs.forEach(run -> node.withArray("microsPerLine").add(micros(run)));
            runs.forEach(run -> node.withArray("bytesPerLine").add(secondary(run, "gc.alloc.rate.norm")));
            runs.forEach(run -> node.withArray("waited").add(secondary(run, "waited")));
        });
        Files.writeString(Path.of(arguments[0]), found.toPrettyString());
    }

    /** How many rules each set has, and how many conditions and definitions the engine looks at for a line. */
    private static void sets(ObjectNode found, long seed) {
        Map.of("shipped", RuleSet.shipped("2026.1"), "many", ManyRules.of(seed)).forEach((name, rules) -> {
            double looked = Arrays.stream(Lines.wholeWay(seed, LineBenchmark.LINES))
                    .mapToInt(facts -> DecisionEngine.decide(facts, rules, Lines.CONTEXT)
                            .trace()
                            .size())
                    .average()
                    .orElseThrow();
            found.withArray("sets")
                    .addObject()
                    .put("set", name)
                    .put("rules", rules.rules().size())
                    .put("lookedAtPerLine", looked);
        });
    }

    private static double micros(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    /**
     * What is measured.
     *
     * @param method of {@link LineBenchmark}
     */
    private record Contender(String id, String method, String set) {

        RunResult measure(long seed) throws RunnerException {
            return new Runner(new OptionsBuilder()
                            .include("\\.LineBenchmark\\." + method + "$")
                            .param("set", set)
                            .param("seed", Long.toString(seed))
                            .warmupIterations(1)
                            .warmupTime(TimeValue.milliseconds(Long.getLong("qz.bench.warm-up", 2_000)))
                            .measurementIterations(1)
                            .measurementTime(TimeValue.milliseconds(Long.getLong("qz.bench.millis", 1_000)))
                            .forks(1)
                            .threads(1)
                            .jvmArgs(
                                    "-XX:+UseSerialGC", "-Xms512m", "-Xmx512m", "--sun-misc-unsafe-memory-access=allow")
                            .addProfiler(GCProfiler.class)
                            .shouldFailOnError(true)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .runSingle();
        }
    }
}
