package org.qualityzones.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** Takes spans as Zipkin does (its API v2), and tells them trace by trace. */
public final class Spans implements AutoCloseable {

    private static final String PATH = "/api/v2/spans";

    private final HttpServer server;
    private final Collection<Span> all = new ConcurrentLinkedQueue<>();

    private Spans(HttpServer server) {
        this.server = server;
        server.createContext(PATH, this::take);
        server.start();
    }

    /** @param result of a delivery's attempt, empty for other spans */
    public record Span(
            String trace, String id, String parent, String kind, String service, String name, String result) {

        private static Span of(JsonNode json) {
            return new Span(
                    json.path("traceId").asText(),
                    json.path("id").asText(),
                    json.path("parentId").asText(),
                    json.path("kind").asText(),
                    json.at("/localEndpoint/serviceName").asText(),
                    json.path("name").asText(),
                    json.path("tags").path("qz.delivery.result").asText());
        }

        /** Which service did what. */
        public String step() {
            return service + " " + kind;
        }
    }

    public static Spans collect() {
        try {
            return new Spans(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a process sends its spans. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** What came of a trace so far. */
    public List<Span> of(String trace) {
        return all.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** The span and those above it in its trace, as far as they came, the nearest first. */
    public List<Span> lineage(Span span) {
        List<Span> lineage = new ArrayList<>();
        Optional<Span> next = Optional.of(span);
        while (next.isPresent()) {
            Span here = next.get();
            lineage.add(here);
            next = of(span.trace()).stream()
                    .filter(above -> above.id().equals(here.parent()))
                    .findFirst();
        }
        return lineage;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            InputStream body = exchange.getRequestBody();
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            Json.MAPPER.readTree(packed ? new GZIPInputStream(body) : body).forEach(span -> all.add(Span.of(span)));
            exchange.sendResponseHeaders(202, -1);
        }
    }
}
