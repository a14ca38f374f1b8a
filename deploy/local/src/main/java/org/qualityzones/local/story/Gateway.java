package org.qualityzones.local.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The suite as a client sees it: through the gateway, with the token of a demo client. */
final class Gateway {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration JOB_PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Map<String, String> env;
    private final Map<String, String> tokens = new HashMap<>();

    Gateway(Map<String, String> env) {
        this.env = env;
    }

    /** An answer. @param etag null when none was sent */
    record Answer(int status, String etag, String location, JsonNode body, Duration took) {

        Answer expect(int... statuses) {
            for (int expected : statuses) {
                if (status == expected) {
                    return this;
                }
            }
            throw new StoryException("The suite answered " + status + ": " + body);
        }

        String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    Answer get(String role, String path) {
        return send(request(role, path).GET());
    }

    Answer getPublic(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(url(path))).timeout(TIMEOUT).GET());
    }

    Answer post(String role, String path, Object body) {
        return send(request(role, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(json(body)));
    }

    /** A transition of a resource that was read before. */
    Answer transition(String role, String path, String etag, Object body) {
        return send(request(role, path + "/transitions")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .header("Content-Type", "application/json")
                .POST(json(body)));
    }

    /** Uploads a file to an import route and waits for the job's end; answers the job. */
    JsonNode upload(String role, String path, String contentType, String content) {
        String job = send(request(role, path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(content)))
                .expect(202)
                .location();
        Answer answer = Patience.until(
                JOB_PATIENCE, "the end of job " + job, () -> get(role, job).expect(200), found -> !found.text("/state")
                        .equals("RUNNING"));
        if (!answer.text("/state").equals("SUCCEEDED")) {
            throw new StoryException("The import " + job + " did not succeed: " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String role, String path) {
        return HttpRequest.newBuilder(URI.create(url(path)))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(role, this::token));
    }

    private String url(String path) {
        return path.startsWith("http") ? path : env.get("GATEWAY_URL") + path;
    }

    private String token(String role) {
        String form = "grant_type=client_credentials&client_id="
                + encoded(env.get("CLIENT_" + role + "_ID"))
                + "&client_secret="
                + encoded(env.get("CLIENT_" + role + "_SECRET"));
        Answer answer = send(HttpRequest.newBuilder(URI.create(env.get("TOKEN_URL")))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return answer.expect(200).text("/access_token");
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Location").orElse(null),
                    response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body()),
                    Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new StoryException("No answer from " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("Interrupted while waiting for " + request.uri(), e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
