package org.qualityzones.testing;

import io.restassured.RestAssured;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a Prometheus server would read from the running service's management port. */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_0-9]+)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Set<String> labelValues = new TreeSet<>();

    private Scrape(String text) {
        Matcher sample = SAMPLE.matcher(text);
        while (sample.find()) {
            Map<String, String> labels = new LinkedHashMap<>();
            Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            labelValues.addAll(labels.values());
            samples.put(sample.group(1) + labels, Double.valueOf(sample.group(3).replace("Inf", "Infinity")));
        }
    }

    /** The figures of this moment. */
    public static Scrape now() {
        return new Scrape(RestAssured.given()
                .accept("text/plain")
                .get(OpenApiSnapshot.managementUri() + "/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** Sum over the series of a family that have all of these labels, written {@code name=value}; 0 without any. */
    public double sum(String family, String... labels) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(family + "{"))
                .filter(sample -> Set.of(labels).stream().allMatch(label -> has(sample.getKey(), label)))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Series of families that begin so, without their figures. */
    public Set<String> series(String families) {
        return samples.keySet().stream()
                .filter(key -> key.startsWith(families))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every value of every label. */
    public Set<String> labelValues() {
        return labelValues;
    }

    private static boolean has(String key, String label) {
        return key.contains("{" + label + ",")
                || key.contains(" " + label + ",")
                || key.contains(" " + label + "}")
                || key.contains("{" + label + "}");
    }
}
