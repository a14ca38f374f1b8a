package org.qualityzones.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        int runs = sum(rows, "runs");
        if (runs == 0) {
            return Optional.empty();
        }
        int lost = sum(rows, "lost");
        int doubled = sum(rows, "doubled");
        int outOfOrder = sum(rows, "outOfOrder");
        boolean held =
                rows.stream().allMatch(row -> row.path("verdict").asText().equals("holds"));
        String text = String.format(
                Locale.ROOT,
                "%,d operations, %,d faults: %d lost, %d doubled, %d out of order%s%s",
                runs,
                sum(rows, "faults"),
                lost,
                doubled,
                outOfOrder,
                recovery(rows),
                held ? "" : "; **fails**");
        return Optional.of(new Figure(held && lost + doubled + outOfOrder == 0, text));
    }

    private static String recovery(List<JsonNode> rows) {
        long p50 =
                rows.stream().mapToLong(row -> row.path("p50").asLong()).max().orElse(0);
        long p99 =
                rows.stream().mapToLong(row -> row.path("p99").asLong()).max().orElse(0);
        return p99 == 0 ? "" : String.format(Locale.ROOT, "; served again after p50 %,d ms, p99 %,d ms", p50, p99);
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
