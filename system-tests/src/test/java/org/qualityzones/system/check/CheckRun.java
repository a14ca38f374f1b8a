package org.qualityzones.system.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.qualityzones.system.oracle.Comparison;

/** What one check did and found, for its row in the table. */
public final class CheckRun {

    private final List<Duration> recoveries = new ArrayList<>();
    private int runs;
    private int faults;
    private int lost;
    private int doubled;
    private int outOfOrder;

    /** Operations judged: calls, events, cases. */
    public void runs(int count) {
        runs += count;
    }

    public void faults(int count) {
        faults += count;
    }

    /** How long the suite took to serve again after a fault. */
    public void recovered(List<Duration> after) {
        recoveries.addAll(after);
    }

    /** Counts what a comparison found. */
    public void found(List<Comparison.Finding> findings) {
        for (Comparison.Finding finding : findings) {
            if (finding.check() == Comparison.Check.ORDER) {
                outOfOrder++;
            } else if (finding.detail().startsWith("doubled")
                    || finding.detail().startsWith("surplus")) {
                doubled++;
            } else {
                lost++;
            }
        }
    }

    /** The row of a check that ended. @param failure null when it held */
    Row row(String check, String name, Throwable failure) {
        List<Long> sorted = recoveries.stream().map(Duration::toMillis).sorted().toList();
        return new Row(
                check,
                name,
                runs,
                faults,
                lost,
                doubled,
                outOfOrder,
                percentile(sorted, 50),
                percentile(sorted, 99),
                failure == null ? "holds" : "FAILS",
                failure == null
                        ? ""
                        : String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse(""));
    }

    private static Long percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? null : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    /**
     * One line of the table.
     *
     * @param p50 milliseconds until it served again, null where nothing was taken away
     */
    public record Row(
            String check,
            String name,
            int runs,
            int faults,
            int lost,
            int doubled,
            int outOfOrder,
            Long p50,
            Long p99,
            String verdict,
            String detail) {}
}
