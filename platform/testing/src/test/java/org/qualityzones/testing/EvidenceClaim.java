package org.qualityzones.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One claim of {@code docs/evidence/claims.json}.
 *
 * @param report file name without {@code .json}
 * @param source id of the figure, or of the check of a fault report
 * @param bar empty for a check: it holds, and so do the bars of its times in the report
 * @param reason why the figure is misses its bar, where it does
 */
record EvidenceClaim(String id, String text, String report, String source, Optional<Bar> bar, Optional<String> reason) {

    private static final Pattern BAR = Pattern.compile("(>=|<=) ([0-9.]+)(?: (\\S+))?");

    /** @param unit that of the figure, empty for a ratio or a count */
    record Bar(boolean least, double value, String unit) {

        static Bar parse(String text) {
            Matcher bar = BAR.matcher(text);
            if (!bar.matches()) {
                throw new IllegalArgumentException("Not a bar such as \">= 0.25\" or \"<= 15 ms\": " + text);
            }
            return new Bar(
                    bar.group(1).equals(">="),
                    Double.parseDouble(bar.group(2)),
                    bar.group(3) == null ? "" : bar.group(3));
        }

        /** One of the bars that a report's figure was measured against. */
        static Bar of(JsonNode bar, JsonNode figure) {
            return new Bar(
                    bar.path("comparison").asText().equals(">="),
                    bar.path("value").asDouble(),
                    figure.path("unit").asText());
        }

        boolean met(double median) {
            return least ? median >= value : median <= value;
        }

        String text() {
            return ((least ? "≥ " : "≤ ") + EvidenceReport.number(value) + " " + unit).strip();
        }
    }

    static EvidenceClaim of(JsonNode json) {
        boolean ofCheck = json.has("check");
        if (ofCheck == json.has("figure") || ofCheck == json.has("bar")) {
            throw new IllegalArgumentException("A claim has a figure and its bar, or a check: " + json);
        }
        return new EvidenceClaim(
                needed(json, "id"),
                needed(json, "text"),
                needed(json, "report"),
                needed(json, ofCheck ? "check" : "figure"),
                ofCheck ? Optional.empty() : Optional.of(Bar.parse(needed(json, "bar"))),
                Optional.ofNullable(json.get("reason")).map(JsonNode::asText).filter(text -> !text.isBlank()));
    }

    String barText() {
        return bar.map(Bar::text).orElse("the check holds");
    }

    private static String needed(JsonNode json, String field) {
        String text = json.path(field).asText();
        if (text.isBlank()) {
            throw new IllegalArgumentException("A claim without " + field + ": " + json);
        }
        return text;
    }
}
