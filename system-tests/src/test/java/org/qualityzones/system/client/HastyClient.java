package org.qualityzones.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Gives up after a second and asks again at once, three times in all: the kind of caller that keeps an overload going. */
public final class HastyClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 3;
    private static final int CREATED = 201;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI address;
    private final String token;

    public HastyClient(String address, String token) {
        this.address = URI.create(address);
        this.token = token;
    }

    /**
     * One change and what became of it.
     *
     * @param created id, or null
     * @param refused the last answer that was no success, or null
     */
    public record Call(String key, JsonNode body, String created, Answer refused) {}

    public Call call(JsonNode body) {
        String key = Client.newKey();
        Answer refused = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            Answer answer = send(request()
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
            if (answer != null && answer.status() == CREATED) {
                return new Call(key, body, answer.text("/id"), refused);
            }
            refused = answer == null ? refused : answer;
        }
        return new Call(key, body, null, refused);
    }

    /** Whether a page comes in time. */
    public boolean reads() {
        Answer answer = send(request().GET());
        return answer != null && answer.status() == 200;
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
    }

    /** Null without an answer in time. */
    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException noAnswer) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
