package org.qualityzones.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/**
 * Takes spans as Zipkin does, at {@code POST /api/v2/spans}, and tells those of a trace at {@code GET /api/v2/trace/ID}. As a
 * test resource it has the application under test send its spans here; the test asks at the address of {@code qz.tracing.zipkin}.
 */
public final class SpanCollector implements QuarkusTestResourceLifecycleManager, AutoCloseable {

    private static final String SPANS = "/api/v2/spans";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> spans = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(SPANS, this::take);
        server.createContext("/api/v2/trace/", this::tell);
        server.start();
        return Map.of("qz.tracing.zipkin", url(), "qz.tracing.export-every", "100ms");
    }

    /** Where spans are sent to. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + SPANS;
    }

    /** Every span that came. */
    public List<JsonNode> spans() {
        return List.copyOf(spans);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void take(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        JSON.readTree(packed ? new GZIPInputStream(body) : body).forEach(spans::add);
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private void tell(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String trace = path.substring(path.lastIndexOf('/') + 1);
        byte[] found = JSON.writeValueAsBytes(spans.stream()
                .filter(span -> span.path("traceId").asText().equals(trace))
                .toList());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, found.length);
        exchange.getResponseBody().write(found);
        exchange.close();
    }
}
