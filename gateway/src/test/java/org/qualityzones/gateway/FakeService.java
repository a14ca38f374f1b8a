package org.qualityzones.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stands for a service: tells what it received, or misbehaves when the last segment of the path asks for it. */
final class FakeService {

    /** Requests that wait for each other on the path {@code meeting}, each on its own connection therefore. */
    static final int MEETING = 24;

    static final String WORKFLOW = "{\"items\":[{\"name\":\"machine\"}],\"nextCursor\":null}";

    private final HttpServer server;
    private final String slug;
    private final Set<String> metBefore = ConcurrentHashMap.newKeySet();
    private final Set<InetSocketAddress> keptFrom = ConcurrentHashMap.newKeySet();
    private final CyclicBarrier meeting = new CyclicBarrier(MEETING);
    private final CountDownLatch stopped = new CountDownLatch(1);

    FakeService(String slug) {
        this.slug = slug;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        stopped.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "silent" -> answerLate(exchange);
            case "hangs-up" -> exchange.close();
            case "hangs-up-once" -> hangUpOnce(exchange);
            case "hangs-up-within-the-body" -> hangUpWithinTheBody(exchange);
            case "hangs-up-on-kept" -> hangUpOnKept(exchange);
            case "meeting" -> meet(exchange);
            case "breaks-off" -> breakOff(exchange);
            case "created" -> created(exchange);
            case "not-modified" -> exchange.sendResponseHeaders(304, -1);
            case "no-content" -> exchange.sendResponseHeaders(204, -1);
            case "stream" -> stream(exchange);
            case "refused" -> send(exchange, 409, "application/problem+json", "{\"type\":\"theirs\",\"status\":409}");
            case "workflows" -> send(exchange, 200, "application/json", WORKFLOW);
            case "openapi" -> send(exchange, 200, "application/json", openapi().encode());
            case "ready" -> send(exchange, 200, "application/json", "{\"status\":\"UP\",\"checks\":[]}");
            default -> echo(exchange);
        }
        keptFrom.add(exchange.getRemoteAddress());
        exchange.close();
    }

    /** As a service that ends: every connection that it has is closed as it is used, and a new one goes to its successor. */
    private void hangUpOnKept(HttpExchange exchange) throws IOException {
        if (!keptFrom.contains(exchange.getRemoteAddress())) {
            echo(exchange);
        }
    }

    /** Opens when the first request with the key was hung up on; in a class of the JDK, for tests of any class loader. */
    static CountDownLatch met(String key) {
        return (CountDownLatch) System.getProperties().computeIfAbsent(key, _ -> new CountDownLatch(1));
    }

    private void hangUpWithinTheBody(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (metBefore.add(key)) {
            exchange.close();
            met(key).countDown();
        } else {
            echo(exchange);
        }
    }

    private void meet(HttpExchange exchange) throws IOException {
        try {
            meeting.await(20, TimeUnit.SECONDS);
            echo(exchange);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (BrokenBarrierException | TimeoutException alone) {
            exchange.close();
        }
    }

    private void answerLate(HttpExchange exchange) throws IOException {
        try {
            boolean over = stopped.await(20, TimeUnit.SECONDS);
            send(exchange, 200, "text/plain", "late " + over);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a service whose end of a kept connection is gone; a request with the same key is answered the second time. */
    private void hangUpOnce(HttpExchange exchange) throws IOException {
        if (!metBefore.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")))) {
            echo(exchange);
        }
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(new byte[10]);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void created(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", url() + "/api/v1/zones/made");
        exchange.getResponseHeaders().add("Link", "<" + url() + "/api/v1/zones?cursor=x>; rel=\"next\"");
        exchange.getResponseHeaders().add("ETag", "\"7\"");
        exchange.getResponseHeaders().add("X-Request-Id", "theirs");
        exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().add("Keep-Alive", "timeout=5");
        exchange.getResponseHeaders().add("Connection", "X-Hop");
        exchange.getResponseHeaders().add("X-Hop", "for the gateway only");
        send(exchange, 201, "application/json", "{}");
    }

    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int i = 0; i < 3; i++) {
            out.write(("data: " + i + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private void echo(HttpExchange exchange) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            DigestInputStream body = new DigestInputStream(exchange.getRequestBody(), sha);
            long length = body.transferTo(OutputStream.nullOutputStream());
            JsonObject headers = new JsonObject();
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(java.util.Locale.ROOT), new JsonArray(values)));
            JsonObject seen = new JsonObject()
                    .put("service", slug)
                    .put("method", exchange.getRequestMethod())
                    .put("uri", exchange.getRequestURI().toString())
                    .put("headers", headers)
                    .put("length", length)
                    .put("sha256", HexFormat.of().formatHex(sha.digest()));
            send(exchange, 200, "application/json", seen.encode());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
        }
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private JsonObject openapi() {
        JsonObject ok = new JsonObject()
                .put(
                        "200",
                        new JsonObject()
                                .put("description", "<b>fine</b>")
                                .put(
                                        "content",
                                        new JsonObject()
                                                .put(
                                                        "application/json",
                                                        new JsonObject()
                                                                .put(
                                                                        "schema",
                                                                        new JsonObject()
                                                                                .put(
                                                                                        "$ref",
                                                                                        "#/components/schemas/Thing")))));
        JsonObject get = new JsonObject()
                .put(
                        "get",
                        new JsonObject()
                                .put("operationId", "list")
                                .put("summary", "Lists <script>")
                                .put("responses", ok));
        String resource =
                slug.equals("notification") ? "alerts" : slug.equals("inspection") ? "declarations" : slug + "s";
        JsonObject thing = new JsonObject()
                .put("type", "object")
                .put("properties", new JsonObject().put(slug, new JsonObject().put("type", "string")));
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put(
                        "paths",
                        new JsonObject()
                                .put("/api/v1/" + resource, get)
                                .put("/api/v1/{service}/workflows", get.copy())
                                .put("/internal/" + slug, get.copy()))
                .put("components", new JsonObject().put("schemas", new JsonObject().put("Thing", thing)));
    }
}
