package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qualityzones.local.client.Gateway.Answer;
import org.qualityzones.local.client.SuiteException;

/** A notification from abroad becomes a warning, and the warning changes decisions until it is lifted. */
final class WarningChapter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String TOYS = "9503008900";
    private static final String ALERTS = "/api/v1/alerts/";
    private static final String WARNINGS = "/api/v1/risk-warnings";
    private static final int LONGEST_NAME = 200;

    private final Stage stage;
    private final Notification notification;
    private final Cast.Sample maker;

    WarningChapter(Stage stage, Notification notification) {
        this.stage = stage;
        this.notification = notification;
        this.maker = stage.cast().toyMaker();
    }

    Warned play() {
        JsonNode alert = record();
        JsonNode product = alert.path("product");
        Goods toys = producer(product);
        match(alert, Notification.says(product.path("brand")));
        before(toys);
        Answer warning = warn(alert.path("id").asText(), toys);
        String changed = after(
                warning, System.nanoTime(), toys.withLot("T2-" + stage.cast().run()));
        lift(warning, toys.withLot("T3-" + stage.cast().run()));
        return new Warned(alert.path("id").asText(), warning.text("/id"), changed);
    }

    private JsonNode record() {
        stage.teller().step("Notification", notification.origin());
        String job = stage.upload(
                        "AUTHORITY",
                        "/api/v1/alerts/imports?format=" + notification.format(),
                        notification.format().contentType(),
                        notification.content())
                .path("resultUrl")
                .asText();
        JsonNode row = firstRow(job);
        if (!row.path("id").isTextual()) {
            throw new SuiteException(
                    "The notification was refused: " + row.at("/problem").toString());
        }
        JsonNode alert = stage.suite()
                .get("AUTHORITY", ALERTS + row.path("id").asText())
                .expect(200)
                .body();
        stage.teller()
                .more("%s, %s: %s"
                        .formatted(
                                alert.path("reference").asText(),
                                row.path("status").asText().equals("created")
                                        ? "recorded"
                                        : "on record since an earlier import",
                                alert.at("/product/name").asText()));
        stage.teller()
                .more("category %s, brand %s, model %s, origin %s, risk %s%s"
                        .formatted(
                                alert.at("/product/category").asText(),
                                orNone(alert.at("/product/brand")),
                                orNone(alert.at("/product/model")),
                                alert.path("originCountry").asText(),
                                alert.at("/risk/types").toString(),
                                alert.path("flags").isEmpty() ? "" : ", flags " + alert.path("flags")));
        return alert;
    }

    private JsonNode firstRow(String resultUrl) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(stage.suite().open("AUTHORITY", resultUrl), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            if (line == null) {
                throw new SuiteException("The import of the notification read no row");
            }
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers the producer that the notification shall be about, with the brand and model that it names. */
    private Goods producer(JsonNode product) {
        stage.register(maker);
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("hsCode", TOYS);
        described.put("name", Map.of("en", "Toy of the story (sample)"));
        List<String> named = Stream.of("brand", "model")
                .filter(field -> Notification.says(product.path(field)))
                .toList();
        named.forEach(field -> described.put(field, shortened(product.path(field))));
        stage.suite()
                .post(maker.bureau(), Stage.ENTERPRISES + maker.uscc() + "/products", described)
                .expect(201);
        stage.teller()
                .more("the story registers a fictitious producer of it, "
                        + (named.isEmpty()
                                ? "the row names no brand and no model: "
                                : "with the " + String.join(" and ", named) + " of the row: ")
                        + maker.en());
        return new Goods(
                maker.uscc(),
                maker.uscc(),
                TOYS,
                "toys (sample)",
                "3000",
                "H87",
                "6000.00",
                "T1-" + stage.cast().run(),
                false);
    }

    /** A brand finds its producer by itself; without one the category's headings are looked through when asked to. */
    private void match(JsonNode alert, boolean branded) {
        stage.teller()
                .step(
                        "Match",
                        branded
                                ? "the service proposes the producer by brand and model, a person confirms"
                                : "no brand: the service proposes by category and heading, a person confirms");
        String matches = ALERTS + alert.path("id").asText() + "/matches";
        JsonNode proposed = stage.await(
                "the match of " + maker.en() + " (origin "
                        + alert.path("originCountry").asText() + ")",
                () -> of(
                        branded
                                ? stage.suite().get("BUREAU_B", matches).expect(200)
                                : stage.suite()
                                        .post("BUREAU_B", matches, Map.of())
                                        .expect(200)),
                found -> !found.isMissingNode());
        stage.teller().more("score " + proposed.path("score").asText() + ", because");
        for (JsonNode why : proposed.path("why")) {
            stage.teller()
                    .more("  %s: ours \"%s\", theirs \"%s\" (weight %s)"
                            .formatted(
                                    why.path("field").asText(),
                                    why.path("ours").asText(),
                                    why.path("theirs").asText(),
                                    why.path("weight").asText()));
        }
        String path = matches + "/" + proposed.path("id").asText();
        Answer shown = stage.suite().get("BUREAU_B", path).expect(200);
        Answer decided = stage.suite()
                .transition(
                        "BUREAU_B",
                        path,
                        shown.etag(),
                        Map.of("action", "confirm", "reason", "Sample of the story: the producer's own catalogue"))
                .expect(200);
        stage.teller().more("the bureau of the producer's area: " + decided.text("/state"));
    }

    private JsonNode of(Answer matches) {
        for (JsonNode match : matches.body().path("items")) {
            if (match.path("uscc").asText().equals(maker.uscc())) {
                return match;
            }
        }
        return MissingNode.getInstance();
    }

    private void before(Goods toys) {
        stage.teller().step("Before the warning", "the toy is not statutory; its first lot goes out");
        long version = stage.version(maker);
        stage.awaitFacts(
                "the toy maker in inspection-service",
                toys,
                line -> line.at("/asOf/producer").asLong() >= version);
        declared(toys, "RELEASE");
    }

    private Answer warn(String alert, Goods toys) {
        stage.teller().step("Warning", "the bureau warns: level 2, TIGHTEN, for toys of this producer");
        return stage.suite()
                .post(
                        maker.bureau(),
                        WARNINGS,
                        Map.of(
                                "scope",
                                Map.of("uscc", toys.producer(), "hsPrefix", TOYS.substring(0, 4)),
                                "level",
                                2,
                                "measure",
                                "TIGHTEN",
                                "from",
                                LocalDate.now(SHANGHAI).toString(),
                                "reason",
                                "Sample of the story: notified abroad",
                                "alertIds",
                                List.of(alert)))
                .expect(201);
    }

    private String after(Answer warning, long issued, Goods toys) {
        JsonNode seen =
                stage.await("the warning in decisions", () -> stage.evaluate(toys), line -> line.at("/asOf/warnings")
                        .has(warning.text("/id")));
        Duration learned = Duration.ofNanos(System.nanoTime() - issued);
        JsonNode line = declare(toys);
        Duration changed = Duration.ofNanos(System.nanoTime() - issued);
        stage.teller()
                .more("from its 201 to the first evaluation that knew it (%s) %s, to the first changed decision %s"
                        .formatted(seen.path("outcome").asText(), Teller.millis(learned), Teller.millis(changed)));
        stage.teller().decision(line);
        JsonNode asOf = line.at("/decision/asOf/warnings");
        stage.teller()
                .more("as of warning version " + asOf.path(warning.text("/id")).asText());
        require(line, "SAMPLE");
        if (asOf.path(warning.text("/id")).asLong()
                != warning.body().path("version").asLong()) {
            throw new SuiteException("The decision rests on other warnings: " + asOf);
        }
        return line.at("/decision/declarationId").asText();
    }

    private void lift(Answer warning, Goods toys) {
        stage.teller().step("Lifted", "the bureau lifts the warning; a third lot");
        stage.suite()
                .transition(
                        maker.bureau(),
                        WARNINGS + "/" + warning.text("/id"),
                        warning.etag(),
                        Map.of("action", "lift", "reason", "Sample of the story: the cause is removed"))
                .expect(200);
        stage.awaitFacts("the lifting in decisions", toys, line -> !line.at("/asOf/warnings")
                .has(warning.text("/id")));
        declared(toys, "RELEASE");
    }

    private void declared(Goods toys, String outcome) {
        JsonNode line = declare(toys);
        stage.teller().decision(line);
        require(line, outcome);
    }

    private JsonNode declare(Goods toys) {
        return stage.declare(maker.bureau(), toys).body().at("/lines/0");
    }

    private static void require(JsonNode line, String outcome) {
        if (!line.at("/decision/outcome").asText().equals(outcome)) {
            throw new SuiteException("The story expected " + outcome + " for the toy");
        }
    }

    private static String orNone(JsonNode text) {
        return text.isTextual() ? "\"" + text.asText() + "\"" : "none";
    }

    private static String shortened(JsonNode text) {
        String name = text.asText();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
