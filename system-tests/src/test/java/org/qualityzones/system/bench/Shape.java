package org.qualityzones.system.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.qualityzones.system.bench.harness.Schedule;

/** A rate that rises and falls linearly from stage to stage. */
final class Shape implements Schedule {

    private final double[] ends;
    private final double[] rates;
    private final long[] before;

    private Shape(double[] ends, double[] rates, long[] before) {
        this.ends = ends;
        this.rates = rates;
        this.before = before;
    }

    /**
     * Of stages as pairs of seconds and the rate at their end, the first of which begins with its own rate.
     *
     * @param unit by which rates are multiplied
     * @param pace by which seconds are divided
     */
    static Shape of(double[][] stages, double unit, double pace) {
        double[] ends = new double[stages.length];
        double[] rates = new double[stages.length];
        long[] before = new long[stages.length + 1];
        double time = 0;
        double requests = 0;
        for (int i = 0; i < stages.length; i++) {
            double seconds = stages[i][0] / pace;
            rates[i] = stages[i][1] * unit;
            requests += seconds * (rates[Math.max(0, i - 1)] + rates[i]) / 2;
            time += seconds;
            ends[i] = time;
            before[i + 1] = Math.round(requests);
        }
        return new Shape(ends, rates, before);
    }

    /** When a stage ends, in seconds from the start. */
    double end(int stage) {
        return ends[stage];
    }

    /** When the rate is not above this any more after the stage that rose above it; the stage's end if it did not. */
    double calm(int stage, double rate) {
        double share = (rates[stage] - rate) / (rates[stage] - rates[stage + 1]);
        return ends[stage] + Math.clamp(share, 0, 1) * (ends[stage + 1] - ends[stage]);
    }

    double peak() {
        return Arrays.stream(rates).max().orElseThrow();
    }

    @Override
    public Duration length() {
        return Duration.ofNanos(Math.round(ends[ends.length - 1] * 1e9));
    }

    @Override
    public long requests() {
        return before[before.length - 1];
    }

    /** Within a stage as many have fallen due as the area below the rate's line says. */
    @Override
    public long dueNanos(long number) {
        int stage = IntStream.range(0, ends.length)
                .filter(i -> number < before[i + 1])
                .findFirst()
                .orElseThrow();
        double start = stage == 0 ? 0 : ends[stage - 1];
        double seconds = ends[stage] - start;
        double from = rates[Math.max(0, stage - 1)];
        double slope = (rates[stage] - from) / seconds;
        double wanted = number - before[stage];
        double time =
                slope == 0 ? wanted / from : (Math.sqrt(Math.max(0, from * from + 2 * slope * wanted)) - from) / slope;
        return Math.round((start + Math.clamp(time, 0, seconds)) * 1e9);
    }
}
