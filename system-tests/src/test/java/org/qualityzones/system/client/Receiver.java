package org.qualityzones.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.qualityzones.system.suite.FaultProxy;

/**
 * A subscriber's web server. Keeps a webhook only when its signature (Standard Webhooks 1.0, HMAC-SHA256 over
 * {@code id.timestamp.body}) holds; one webhook-id is one webhook however often it comes.
 */
public final class Receiver implements AutoCloseable {

    static final int FIRST_PORT = 18090;
    static final int LAST_PORT = 18099;
    private static final int GONE = 410;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Path log;
    private final Map<String, Webhook> verified = new ConcurrentHashMap<>();
    private final Collection<String> refused = new ConcurrentLinkedQueue<>();
    private final String path = "/hooks/" + UUID.randomUUID();
    private volatile byte[] secret = {};
    private int port;

    private Receiver(HttpServer server, Path log) {
        this.server = server;
        this.port = server.getAddress().getPort();
        this.log = log;
        server.setExecutor(threads);
        server.createContext(path, this::receive);
        server.createContext("/", Receiver::goneForGood);
        server.start();
    }

    /**
     * A webhook whose signature holds.
     *
     * @param arrived when its request had been read
     */
    public record Webhook(String id, String type, JsonNode data, Instant arrived) {}

    /** Listens on a port that the suite may call; every webhook is also written to the log file. */
    public static Receiver listen(Path log) {
        for (int port = LAST_PORT; port >= FIRST_PORT; port--) {
            try {
                return new Receiver(
                        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0), log);
            } catch (IOException taken) {
                if (port == FIRST_PORT) {
                    throw new UncheckedIOException(taken);
                }
            }
        }
        throw new IllegalStateException();
    }

    public String target() {
        return "http://127.0.0.1:" + port + path;
    }

    /** From here on subscribers are called through a proxy, on a port that the suite may call. */
    public FaultProxy behindProxy() {
        for (port = FIRST_PORT; port < LAST_PORT; port++) {
            try {
                return FaultProxy.on(port, server.getAddress().getPort());
            } catch (UncheckedIOException taken) {
                if (port == LAST_PORT - 1) {
                    throw taken;
                }
            }
        }
        throw new IllegalStateException();
    }

    /** Subscribes to decisions about the enterprise, and takes the secret that is shown once. */
    public Answer subscribe(Client caller, String uscc) {
        return subscribe(caller, Samples.subscription(target(), uscc));
    }

    /** Subscribes to everything that the caller may hear of. */
    public Answer subscribeToAll(Client caller) {
        return subscribe(caller, Json.object("{'channel': 'WEBHOOK', 'target': '%s'}".formatted(target())));
    }

    private Answer subscribe(Client caller, JsonNode subscription) {
        Answer answer = caller.post("/api/v1/subscriptions", subscription).expect(201);
        secret = Base64.getDecoder().decode(answer.text("/secret").substring("whsec_".length()));
        return answer;
    }

    /** What came verified so far, each id once. */
    public List<Webhook> verified() {
        return List.copyOf(verified.values());
    }

    /** Requests whose signature did not hold. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Instant arrived = Instant.now();
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            boolean good = id != null
                    && holds(
                            id,
                            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                            exchange.getRequestHeaders().getFirst("webhook-signature"),
                            body);
            note((good ? "verified " : "refused ") + id);
            if (good) {
                JsonNode message = Json.MAPPER.readTree(body);
                verified.putIfAbsent(id, new Webhook(id, message.path("type").asText(), message.path("data"), arrived));
            } else {
                refused.add(String.valueOf(id));
            }
            exchange.sendResponseHeaders(good ? 204 : 401, -1);
        }
    }

    /** What is meant for a receiver before this one on the same port: nobody will ever take it. */
    private static void goneForGood(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(GONE, -1);
        }
    }

    private boolean holds(String id, String timestamp, String signatures, byte[] body) {
        if (timestamp == null || signatures == null || secret.length == 0) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return List.of(signatures.split(" ")).contains(expected);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void note(String line) throws IOException {
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
