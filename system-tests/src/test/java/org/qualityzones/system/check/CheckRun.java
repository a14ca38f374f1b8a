package org.qualityzones.system.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qualityzones.system.load.Carried;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Comparison.Kind;

/** What one check did and found, for its row in the table. */
public final class CheckRun {

    /** Until the suite must serve again after a fault, by check, where the acceptance checks say so. */
    private static final Map<String, Duration> SERVED_WITHIN = Map.of(
            "A1", Duration.ofSeconds(10),
            "A4", Duration.ofSeconds(15),
            "A15", Duration.ofSeconds(30),
            "E3", Duration.ofSeconds(30));

    private final long begun = System.nanoTime();
    private final List<Duration> recoveries = new ArrayList<>();
    private final Map<String, Taken> taken = new LinkedHashMap<>();
    private final Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    private final List<String> notes = new ArrayList<>();
    private int runs;
    private int faults;
    private boolean compared;
    private Carried load;

    private record Taken(Duration bar, List<Duration> times) {}

    /** Operations judged: calls, events, cases. */
    public void runs(int count) {
        runs += count;
    }

    public void faults(int count) {
        faults += count;
    }

    /** From a fault's end until calls were answered again: read and written, not only accepted by a process that is up. */
    public void recovered(List<Duration> after) {
        recoveries.addAll(after);
    }

    /** Another time that was taken. @param bar null where none is set */
    public void took(String what, Duration bar, List<Duration> times) {
        taken.computeIfAbsent(what, _ -> new Taken(bar, new ArrayList<>()))
                .times()
                .addAll(times);
    }

    /** Counts what a comparison found, also where that is nothing; where none is counted the row says so. */
    public void found(List<Comparison.Finding> findings) {
        compared = true;
        findings.forEach(finding -> found.merge(finding.kind(), 1, Integer::sum));
    }

    /** The load that went on beside it, whose declarations are judged as well. */
    public void load(Carried carried) {
        load = carried;
        runs(Math.toIntExact(carried.declarations()));
    }

    /** A sentence for the row of a check that holds. */
    public void note(String text) {
        notes.add(text);
    }

    /** The row of a check that ended. @param failure null when it held */
    Row row(String check, String name, Throwable failure) {
        Span served = Span.of("", SERVED_WITHIN.get(check), recoveries);
        return new Row(
                check,
                name,
                runs,
                faults,
                count(Kind.LOST),
                count(Kind.DOUBLED),
                count(Kind.OUT_OF_ORDER),
                served.p50(),
                served.p99(),
                served.bar(),
                taken.entrySet().stream()
                        .map(one -> Span.of(
                                one.getKey(),
                                one.getValue().bar(),
                                one.getValue().times()))
                        .filter(span -> span.p99() != null)
                        .toList(),
                load,
                Math.round((System.nanoTime() - begun) / 1e8) / 10.0,
                failure == null ? "holds" : "FAILS",
                failure == null ? String.join("; ", notes) : firstLines(failure));
    }

    private Integer count(Kind kind) {
        return compared ? found.getOrDefault(kind, 0) : null;
    }

    private static String firstLines(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(2)
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    /** Median and 99th percentile of times, in milliseconds. @param bar of the percentile, null where none is set */
    public record Span(String what, Long p50, Long p99, Long bar) {

        private static Span of(String what, Duration bar, List<Duration> times) {
            List<Long> sorted = times.stream().map(Duration::toMillis).sorted().toList();
            return new Span(
                    what,
                    percentile(sorted, 50),
                    percentile(sorted, 99),
                    bar == null || sorted.isEmpty() ? null : bar.toMillis());
        }

        private static Long percentile(List<Long> sorted, int percent) {
            return sorted.isEmpty() ? null : sorted.get((sorted.size() * percent + 99) / 100 - 1);
        }

        String text() {
            return "%s p50 %d ms, p99 %d ms%s".formatted(what, p50, p99, bar == null ? "" : " (bar " + bar + " ms)");
        }
    }

    /**
     * One line of the table.
     *
     * @param lost things that are missing, one for each place where they are; null, as the two after it, where none were counted
     * @param p50 milliseconds from a fault's end until calls were answered again, null where that was not measured
     * @param bar of {@code p99}, null where none is set
     * @param spans other times
     * @param load that went on beside it, null without one
     * @param seconds that the check took
     */
    public record Row(
            String check,
            String name,
            int runs,
            int faults,
            Integer lost,
            Integer doubled,
            Integer outOfOrder,
            Long p50,
            Long p99,
            Long bar,
            List<Span> spans,
            Carried load,
            double seconds,
            String verdict,
            String detail) {}
}
