package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.qualityzones.local.client.Gateway;
import org.qualityzones.local.client.Gateway.Answer;
import org.qualityzones.local.client.Patience;

/**
 * What every chapter needs.
 *
 * @param root folder of the project, for the data files that services ship
 */
record Stage(Gateway suite, Teller teller, CallNotes calls, Cast cast, Path root) {

    static final String DECLARATIONS = "/api/v1/declarations";
    static final String ENTERPRISES = "/api/v1/enterprises/";
    private static final String EVALUATIONS = "/api/v1/decisions/evaluations";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Registers an enterprise, unless an earlier run has, and answers the version on record. */
    long register(Cast.Sample sample) {
        suite.post(sample.bureau(), "/api/v1/enterprises", sample.registration())
                .expect(201, 409);
        return version(sample);
    }

    /** The version of an enterprise on record. */
    long version(Cast.Sample sample) {
        return enterprise(sample).body().path("version").asLong();
    }

    Answer enterprise(Cast.Sample sample) {
        return suite.get(sample.bureau(), ENTERPRISES + sample.uscc()).expect(200);
    }

    Answer declare(String role, Goods goods) {
        return suite.post(role, DECLARATIONS, goods.declaration()).expect(201);
    }

    /** What would be decided on the facts that inspection-service has now; files nothing. */
    JsonNode evaluate(Goods goods) {
        return suite.post("AUDITOR", EVALUATIONS, Map.of("declaration", goods.declaration(), "draw", "0.5"))
                .expect(200)
                .body()
                .at("/lines/0");
    }

    /** As {@link #evaluate}, with both parties given as nothing in particular. */
    JsonNode evaluateForNobody(Goods goods) {
        Map<String, Object> parties = Map.of("producer", Map.of(), "consignor", Map.of());
        return suite.post(
                        "AUDITOR",
                        EVALUATIONS,
                        Map.of("declaration", goods.declaration(), "facts", parties, "draw", "0.5"))
                .expect(200)
                .body()
                .at("/lines/0");
    }

    /** Waits until the facts of the goods have arrived by event; asking "what would be decided" shows it. */
    JsonNode awaitFacts(String what, Goods goods, Predicate<JsonNode> arrived) {
        return await(what, () -> evaluate(goods), arrived);
    }

    /** Looks again and again until what is seen fits. */
    <T> T await(String what, Supplier<T> look, Predicate<T> fits) {
        return calls.whileWaiting(() -> Patience.until(PATIENCE, what, look, fits));
    }

    /** Sends a small file to an import route and answers the job once it has ended. */
    JsonNode upload(String role, String path, String contentType, String content) {
        return suite.upload(role, path, contentType, content);
    }

    /** A file of the project, as UTF-8. */
    String projectFile(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException("The story needs " + path, e);
        }
    }

    /** A file of the story itself. */
    static String resource(String name) {
        try (InputStream in = Stage.class.getResourceAsStream("/story/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The story needs " + name, e);
        }
    }
}
