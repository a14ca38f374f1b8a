package org.qualityzones.trial;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A reader of server-sent events. */
public final class Sse implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private Sse() {}

    /** Opens a stream from the head, or after the position a reader saw last. */
    public static Sse open(String token, String query, String lastEventId) {
        Sse reader = new Sse();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/events/stream" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        CompletableFuture<HttpResponse<Stream<String>>> answer =
                reader.client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines());
        Thread.ofVirtual().start(() -> {
            try {
                answer.join().body().forEach(reader.lines::add);
                reader.lines.add("ended");
            } catch (UncheckedIOException e) {
                reader.lines.add("closed");
            }
        });
        return reader;
    }

    /** The ids of the events that have come. */
    public List<String> ids() {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    public List<String> data() {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(5).strip())
                .toList();
    }

    /** Whether the server has opened the stream. */
    public boolean isOpen() {
        return !lines.isEmpty();
    }

    /** Whether the server has ended the stream in order. */
    public boolean hasEnded() {
        return lines.contains("ended");
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
    }
}
