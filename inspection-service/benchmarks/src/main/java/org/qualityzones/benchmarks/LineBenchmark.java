package org.qualityzones.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.decision.TraceEntry;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.ruleset.SamplingPolicy;

/** Microseconds for one line, each engine on the same lines in the same order, one thread. */
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LineBenchmark {

    static final int LINES = 64;

    /** A decision with its whole trace: every condition looked at, whether it held, what it read. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void decide(Given given, Waiting waiting, Blackhole hole) {
        for (Facts facts : given.lines) {
            hole.consume(DecisionEngine.decide(facts, given.rules, Lines.CONTEXT));
        }
    }

    /** The same, and every entry of the trace spelled out by names and values. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void decideAndSpellOut(Given given, Waiting waiting, Blackhole hole) {
        for (Facts facts : given.lines) {
            Decision decision = DecisionEngine.decide(facts, given.rules, Lines.CONTEXT);
            for (TraceEntry entry : decision.trace()) {
                hole.consume(entry.inputs());
            }
        }
    }

    /** The same as what is stored: the record's canonical bytes, its digest and that of the facts. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void decideAndRecord(Given given, Waiting waiting, Blackhole hole) {
        for (Facts facts : given.lines) {
            hole.consume(
                    DecisionEngine.decide(facts, given.rules, Lines.CONTEXT).record());
        }
    }

    /** The conditions alone on the runtime of the CEL library. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void stockCel(GivenStockCel given, Waiting waiting, Blackhole hole) {
        for (StockCel.Question[] line : given.lines) {
            for (StockCel.Question question : line) {
                hole.consume(question.answer());
            }
        }
    }

    /** The rules as a decision table. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void kieDmn(GivenDmn given, Waiting waiting, Blackhole hole) {
        for (Map<String, Object> line : given.lines) {
            hole.consume(given.table.matched(line));
        }
    }

    /** The shipped rules by hand. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void handWritten(Given given, Waiting waiting, Blackhole hole) {
        for (Facts facts : given.lines) {
            hole.consume(HandWritten.decide(facts, given.sampling));
        }
    }

    /** Rules and lines. */
    @State(Scope.Benchmark)
    public static class Given {

        /** {@code shipped} or {@code many}. */
        @Param("shipped")
        public String set;

        /** Seed of the choice of lines and of the generated rules. */
        @Param("1")
        public long seed;

        RuleSet rules;
        SamplingPolicy sampling;
        Facts[] lines;

        @Setup
        public void read() {
            rules = set.equals("shipped") ? RuleSet.shipped("2026.1") : ManyRules.of(seed);
            sampling = rules.sampling();
            lines = Lines.wholeWay(seed, LINES);
        }
    }

    /** What the CEL library is asked. */
    @State(Scope.Benchmark)
    public static class GivenStockCel {

        StockCel.Question[][] lines;

        @Setup
        public void lay(Given given) {
            StockCel engine = new StockCel(given.rules);
            lines = Arrays.stream(given.lines)
                    .map(facts -> DecisionEngine.decide(facts, given.rules, Lines.CONTEXT))
                    .map(decision -> engine.questions(decision).toArray(StockCel.Question[]::new))
                    .toArray(StockCel.Question[][]::new);
        }
    }

    /** What KIE is asked. */
    @State(Scope.Benchmark)
    public static class GivenDmn {

        DmnTable table;
        List<Map<String, Object>> lines;

        @Setup
        public void lay(Given given) {
            table = new DmnTable(given.rules);
            lines = Arrays.stream(given.lines).map(table::variables).toList();
        }
    }

    /** What the measured thread had to wait for. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Waiting {

        private static final Path SCHEDULE = Path.of("/proc/thread-self/schedstat");

        /** Share of the measurement in which it could have run and had no processor; 0 where the kernel does not say. */
        public double waited;

        private long begun;
        private long waitedBefore;

        @Setup(Level.Iteration)
        public void begin() {
            waitedBefore = waitedNanos();
            begun = System.nanoTime();
        }

        @TearDown(Level.Iteration)
        public void end() {
            waited = (waitedNanos() - waitedBefore) / (double) (System.nanoTime() - begun);
        }

        private static long waitedNanos() {
            try {
                return Files.exists(SCHEDULE)
                        ? Long.parseLong(Files.readString(SCHEDULE).split(" ")[1])
                        : 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
