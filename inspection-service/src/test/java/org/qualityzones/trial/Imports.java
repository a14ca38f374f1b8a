package org.qualityzones.trial;

import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.qualityzones.testing.Api;
import org.qualityzones.web.Roles;

/** Imports of CSV files by the authority. */
public final class Imports {

    private static final String AUTHORITY = Callers.of(Roles.AUTHORITY);

    private Imports() {}

    public static ValidatableResponse upload(String path, String csv) {
        return Api.as(AUTHORITY)
                .header("Idempotency-Key", Api.newKey())
                .contentType("text/csv; charset=utf-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(path + "/imports")
                .then();
    }

    /** Waits for the end; the outcome of each row, as NDJSON. */
    public static String imported(String path, String csv) {
        String job = upload(path, csv).statusCode(202).extract().header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Api.get(AUTHORITY, job).extract().<String>path("state"), is("SUCCEEDED"));
        return Api.get(AUTHORITY, job + "/results").statusCode(200).extract().asString();
    }

    /** A file shipped with the service, such as {@code psi-destinations.csv}. */
    public static String shipped(String name) {
        try (InputStream in = Imports.class.getResourceAsStream("/reference/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
