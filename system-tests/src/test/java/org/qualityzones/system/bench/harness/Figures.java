package org.qualityzones.system.bench.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One figure measured several times. */
public record Figures(List<Double> values) {

    public Figures {
        if (values.isEmpty() || values.stream().anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException("Not figures: " + values);
        }
        values = List.copyOf(values);
    }

    public static Figures of(double... values) {
        return new Figures(Arrays.stream(values).boxed().toList());
    }

    /** Each of these over the one that was measured beside it. */
    public Figures over(Figures others) {
        if (values.size() != others.values.size()) {
            throw new IllegalArgumentException("Not pairs: " + values + " and " + others.values);
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / others.values.get(i));
        }
        return new Figures(ratios);
    }

    /** Of an even number the mean of the two in the middle. */
    public double median() {
        double[] sorted = array();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double min() {
        return Arrays.stream(array()).min().orElseThrow();
    }

    public double max() {
        return Arrays.stream(array()).max().orElseThrow();
    }

    /** The median with the range beside it. */
    String text() {
        return number(median()) + " (" + number(min()) + ".." + number(max()) + ")";
    }

    /** Three digits that count, without an exponent. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    private double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
