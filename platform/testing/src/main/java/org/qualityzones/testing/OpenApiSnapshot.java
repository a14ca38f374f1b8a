package org.qualityzones.testing;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Compares the OpenAPI document that the application under test serves with the one in the tree. */
public final class OpenApiSnapshot {

    private OpenApiSnapshot() {}

    /** Fails when the file, such as {@code openapi.yaml}, is not what is served; {@code -Dupdate-snapshots} writes it. */
    public static void assertCurrent(Path file) {
        Snapshots.assertSame(file, served());
    }

    /** The document as YAML, from the management port. */
    public static String served() {
        return served("yaml");
    }

    /** The document as JSON, from the management port. */
    public static String servedJson() {
        return served("json");
    }

    private static String served(String format) {
        URI uri = URI.create(managementUri() + "/openapi?format=" + format);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw new IllegalStateException(uri + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException("No OpenAPI document at " + uri, failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interruption);
        }
    }

    static String managementUri() {
        String uri = TestHTTPResourceManager.getManagementUri();
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
