package org.qualityzones.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One report as {@code ./run bench} or {@code ./run faults} wrote it. @param name of its file, without {@code .json} */
record EvidenceReport(String name, JsonNode json) {

    private static final int DIGITS = 3;

    /** What a report says about a claim. @param met whether the bar is met @param text for people */
    record Figure(boolean met, String text) {}

    /** The claim's figure; empty where the report has none. */
    Optional<Figure> figure(EvidenceClaim claim) {
        return claim.bar().isPresent() ? measured(claim.source(), claim.bar().get()) : checked(claim.source());
    }

    private Optional<Figure> measured(String id, EvidenceClaim.Bar bar) {
        return figures()
                .filter(figure -> figure.path("id").asText().equals(id))
                .filter(figure -> figure.path("repeats").asInt() > 0)
                .findFirst()
                .map(figure -> new Figure(
                        bar.met(figure.path("median").asDouble())
                                && figure.path("unit").asText().equals(bar.unit()),
                        text(figure)));
    }

    /** All rows of the check together. */
    private Optional<Figure> checked(String id) {
        List<JsonNode> rows =
                rows().filter(row -> row.path("check").asText().equals(id)).toList();
        boolean held =
                rows.stream().allMatch(row -> row.path("verdict").asText().equals("holds"));
        int runs = sum(rows, "runs");
        if (runs == 0 && held) {
            return Optional.empty();
        }
        int wrong = sum(rows, "lost") + sum(rows, "doubled") + sum(rows, "outOfOrder");
        String text = String.format(
                Locale.ROOT,
                "%,d operations, %,d faults%s%s%s",
                runs,
                sum(rows, "faults"),
                counted(id, rows),
                times(rows),
                held ? "" : "; **fails**");
        return Optional.of(new Figure(held && wrong == 0 && spans(rows).allMatch(EvidenceReport::isInTime), text));
    }

    /** What comparisons found; nothing where the check makes none. */
    private String counted(String id, List<JsonNode> rows) {
        if (rows.stream().noneMatch(row -> row.path("lost").isNumber())) {
            return "";
        }
        JsonNode bound = json.path("bounds").path(id);
        return String.format(
                ": %d lost, %d doubled, %d out of order%s",
                sum(rows, "lost"),
                sum(rows, "doubled"),
                sum(rows, "outOfOrder"),
                bound.isNumber()
                        ? " (at most " + number(bound.asDouble()) + " % of such faults do harm, at 95 %)"
                        : "");
    }

    /** The slowest row of each kind of time. */
    private static String times(List<JsonNode> rows) {
        Map<String, List<JsonNode>> kinds = spans(rows)
                .collect(Collectors.groupingBy(EvidenceReport::kind, LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "; %s: p50 %,d ms, p99 %,d ms%s",
                        one.getKey(),
                        most(one.getValue(), "p50"),
                        most(one.getValue(), "p99"),
                        one.getValue().stream()
                                        .anyMatch(span -> span.path("bar").isNumber())
                                ? String.format(Locale.ROOT, " (bar %,d ms)", most(one.getValue(), "bar"))
                                : ""))
                .collect(Collectors.joining());
    }

    /** Times of each row: until calls were answered again, and those with a name of their own. */
    private static Stream<JsonNode> spans(List<JsonNode> rows) {
        return rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row), stream(row.path("spans"))))
                .filter(span -> span.path("p99").isNumber());
    }

    private static String kind(JsonNode span) {
        return span.path("what").asText("served again after");
    }

    private static boolean isInTime(JsonNode span) {
        return !span.path("bar").isNumber()
                || span.path("p99").asLong() <= span.path("bar").asLong();
    }

    private static long most(List<JsonNode> spans, String field) {
        return spans.stream().mapToLong(span -> span.path(field).asLong()).max().orElse(0);
    }

    /** Ids of checks, one for each row. */
    Stream<String> checks() {
        return rows().map(row -> row.path("check").asText());
    }

    Stream<JsonNode> figures() {
        return stream(json.path("figures"));
    }

    private Stream<JsonNode> rows() {
        return stream(json.path("checks"));
    }

    /** When it was measured, in UTC: later ones come later in the order of texts. */
    String at() {
        return text("/at");
    }

    /** Why its figures are not to be trusted; empty where they are. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        stream(json.path("reasons")).map(JsonNode::asText).forEach(doubts::add);
        if (!json.path("trusted").asBoolean(true) && doubts.isEmpty()) {
            doubts.add("the report says so");
        }
        if (json.path("profile").asText().equals("quick")) {
            doubts.add("a quick run");
        }
        return doubts;
    }

    /** What it does not say about its origin. */
    List<String> unsaid() {
        return Stream.of("/at", "/machine/processor", "/machine/cores", "/seed", "/command", "/commit")
                .filter(field -> json.at(field).asText().isBlank())
                .map(field -> field.substring(1).replace('/', '.'))
                .toList();
    }

    String text(String pointer) {
        return json.at(pointer).asText();
    }

    /** Median, spread and count. */
    static String text(JsonNode figure) {
        String unit = figure.path("unit").asText();
        String median = (number(figure.path("median").asDouble()) + " " + unit).strip();
        int repeats = figure.path("repeats").asInt();
        return repeats == 1
                ? median
                : "%s (%s … %s, %d times)"
                        .formatted(
                                median,
                                number(figure.path("min").asDouble()),
                                number(figure.path("max").asDouble()),
                                repeats);
    }

    /** Three significant digits, or all before the point. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        BigDecimal whole = Math.abs(value) >= Math.pow(10, DIGITS) ? BigDecimal.valueOf(Math.round(value)) : rounded;
        return whole.signum() == 0 ? "0" : whole.stripTrailingZeros().toPlainString();
    }

    private static int sum(List<JsonNode> rows, String field) {
        return rows.stream().mapToInt(row -> row.path(field).asInt()).sum();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
