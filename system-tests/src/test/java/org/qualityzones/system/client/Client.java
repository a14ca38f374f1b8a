package org.qualityzones.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;

/** A caller of one base address. Connection failures come out as {@link UncheckedIOException}. */
public final class Client {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private final String base;
    private final Supplier<String> token;

    /** @param token gives the access token of each request, or null for none */
    public Client(String base, Supplier<String> token) {
        this.base = base;
        this.token = token;
    }

    /** A caller without a token. */
    public static Client anonymous(String base) {
        return new Client(base, () -> null);
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** A POST of JSON with a new Idempotency-Key, unless the headers give one; a null value leaves the header out. */
    public Answer post(String path, JsonNode body, String... headers) {
        return post(path, Json.bytes(body), headers);
    }

    public Answer post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        if (!has(headers, "Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!has(headers, "Idempotency-Key")) {
            request.header("Idempotency-Key", newKey());
        }
        return send(request.POST(BodyPublishers.ofByteArray(body)));
    }

    /** A POST that does not say how long its body is. */
    public Answer postChunked(String path, byte[] body) {
        return send(request(path, "Content-Type", "application/json", "Idempotency-Key", newKey())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    public Answer put(String path, JsonNode body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    public Answer form(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static boolean has(String[] headers, String name) {
        return Arrays.asList(headers).contains(name);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        URI uri = URI.create(path.startsWith("http") ? path : base + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        String bearer = token.get();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i + 1] != null) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
