package org.qualityzones.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The suite as a client sees it: through the gateway, with the token of a demo client. */
public final class Gateway {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(30);
    private static final Duration JOB_PATIENCE = Duration.ofSeconds(60);
    private static final String JSON_TYPE = "application/json";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Map<String, String> env;
    private final Tokens tokens;
    private final CallLog log;

    /** @param env values of {@code stack.env} */
    public Gateway(Map<String, String> env, CallLog log) {
        this.env = env;
        this.log = log;
        this.tokens = new Tokens(env, this::token);
    }

    /**
     * An answer.
     *
     * @param etag null when none was sent
     * @param location null when none was sent
     * @param body missing when there is none or it is not JSON
     */
    public record Answer(int status, String etag, String location, JsonNode body, Duration took) {

        /** Fails unless the status is one of these. */
        public Answer expect(int... statuses) {
            for (int expected : statuses) {
                if (status == expected) {
                    return this;
                }
            }
            throw new SuiteException("The suite answered " + status + ": " + body);
        }

        public String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    public Answer get(String role, String path) {
        return send(role, path, request(role, path).GET());
    }

    public Answer getPublic(String path) {
        return send(
                "",
                path,
                HttpRequest.newBuilder(URI.create(url(path))).timeout(TIMEOUT).GET());
    }

    public Answer post(String role, String path, Object body) {
        return send(role, path, creating(role, path, JSON_TYPE).POST(json(body)));
    }

    /** A transition of a resource that was read before. */
    public Answer transition(String role, String path, String etag, Object body) {
        String transitions = path + "/transitions";
        return send(
                role,
                transitions,
                creating(role, transitions, JSON_TYPE).header("If-Match", etag).POST(json(body)));
    }

    public Answer delete(String role, String path, String etag) {
        return send(role, path, request(role, path).header("If-Match", etag).DELETE());
    }

    /** Sends a file to an import route; answers the path of its job. */
    public String startImport(String role, String path, String contentType, BodyPublisher content) {
        return send(
                        role,
                        path,
                        creating(role, path, contentType)
                                .timeout(UPLOAD_TIMEOUT)
                                .POST(content))
                .expect(202)
                .location();
    }

    /** Sends a small file to an import route and waits for the job's end; answers the job. */
    public JsonNode upload(String role, String path, String contentType, String content) {
        String job = startImport(role, path, contentType, BodyPublishers.ofString(content));
        Answer answer = Patience.until(
                JOB_PATIENCE, "the end of job " + job, () -> get(role, job).expect(200), found -> !found.text("/state")
                        .equals("RUNNING"));
        if (!answer.text("/state").equals("SUCCEEDED")) {
            throw new SuiteException("The import " + job + " did not succeed: " + answer.body());
        }
        return answer.body();
    }

    /** Opens a text of any length, such as the outcome of each row of an import. */
    public InputStream open(String role, String path) {
        HttpRequest request = request(role, path).GET().build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            log.called(role, request.method(), path, response.statusCode());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new SuiteException("The suite answered " + response.statusCode() + " to GET " + path);
            }
            return response.body();
        } catch (IOException e) {
            throw new SuiteException("No answer from " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        }
    }

    private HttpRequest.Builder creating(String role, String path, String contentType) {
        return request(role, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", contentType);
    }

    private HttpRequest.Builder request(String role, String path) {
        return HttpRequest.newBuilder(URI.create(url(path)))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + tokens.of(role));
    }

    private String url(String path) {
        return path.startsWith("http") ? path : env.get("GATEWAY_URL") + path;
    }

    private String token(String form) {
        return exchange(HttpRequest.newBuilder(URI.create(env.get("TOKEN_URL")))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .expect(200)
                .text("/access_token");
    }

    private Answer send(String role, String path, HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        Answer answer = exchange(request);
        log.called(role, request.method(), path, answer.status());
        return answer;
    }

    private Answer exchange(HttpRequest request) {
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Location").orElse(null),
                    body(response),
                    Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new SuiteException(
                    "No answer from " + request.uri() + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        }
    }

    private static JsonNode body(HttpResponse<byte[]> response) throws IOException {
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return json && response.body().length > 0 ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }

    private static SuiteException interrupted(HttpRequest request, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SuiteException("Interrupted while waiting for " + request.uri(), e);
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
