package org.qualityzones.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A small client of JSON over HTTP on loopback. */
final class HttpJson {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /**
     * An answer: its status, its {@code Location} or null, its body.
     *
     * @param body the parsed body; missing when there is none
     */
    record Answer(int status, String location, JsonNode body) {

        /** Fails unless the status is a success. */
        Answer orFail(String what) {
            if (status / 100 != 2) {
                throw new LocalException(what + ": HTTP " + status + " " + body);
            }
            return this;
        }
    }

    Answer send(String method, String url, String token, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
        request.header("Authorization", "Bearer " + token);
        try {
            if (body == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json");
                request.method(method, BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return exchange(request.build());
    }

    Answer form(String url, Map<String, String> fields) {
        String encoded = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return exchange(HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded))
                .build());
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            String text = response.body();
            JsonNode body = text.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(text);
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(null),
                    body);
        } catch (IOException e) {
            throw new LocalException(
                    "No answer from " + request.uri() + " (" + e.getMessage() + "); see ./run status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while waiting for " + request.uri(), e);
        }
    }
}
