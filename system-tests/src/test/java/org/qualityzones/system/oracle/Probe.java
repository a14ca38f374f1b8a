package org.qualityzones.system.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Asks a process how it is, as a kubelet does: on a new connection, for a bounded time. */
public record Probe(String managementUrl) {

    public static final int UP = 200;
    public static final int DOWN = 503;

    /** No answer in time, or none at all. */
    public static final int NOTHING = 0;

    /** Status of {@code live}, {@code ready} or {@code started}. */
    public int ask(String kind, Duration patience) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(patience).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(managementUrl + "/q/health/" + kind))
                    .timeout(patience)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException late) {
            return NOTHING;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
