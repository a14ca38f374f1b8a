package org.qualityzones.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Requests as the clients of the API make them. Bodies are JSON text or objects that Jackson writes. */
public final class Api {

    private static final String KEY = "Idempotency-Key";

    private Api() {}

    /** A request with a bearer token. */
    public static RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    /** A request without a token. */
    public static RequestSpecification anonymous() {
        return RestAssured.given();
    }

    public static ValidatableResponse get(String token, String path, Object... parameters) {
        return as(token).get(path, parameters).then();
    }

    /** POST with a fresh Idempotency-Key. */
    public static ValidatableResponse post(String token, String path, Object body) {
        return post(token, newKey(), path, body);
    }

    /** POST with a given Idempotency-Key. */
    public static ValidatableResponse post(String token, String key, String path, Object body) {
        return as(token)
                .header(KEY, key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    /** POST of a file with a fresh Idempotency-Key, such as NDJSON or CSV to an import. */
    public static ValidatableResponse upload(String token, String path, String contentType, String body) {
        return as(token)
                .header(KEY, newKey())
                .contentType(contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }

    /** POST of a resource's {@code /transitions} with a fresh key and the version as If-Match. */
    public static ValidatableResponse transition(String token, String path, long version, Object body) {
        return as(token)
                .header(KEY, newKey())
                .header("If-Match", etag(version))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path + "/transitions")
                .then();
    }

    /** PUT with the version as If-Match. */
    public static ValidatableResponse put(String token, String path, long version, Object body) {
        return as(token)
                .header("If-Match", etag(version))
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
    }

    public static String etag(long version) {
        return "\"" + version + '"';
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }
}
