package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.qualityzones.local.client.Patience;

/** A subscriber of the story: receives webhooks on loopback and verifies them (Standard Webhooks 1.0) with its own code. */
final class Subscriber implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_PORT = 18090;
    private static final int LAST_PORT = 18099;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpServer server;
    private final List<Webhook> verified = new CopyOnWriteArrayList<>();
    private volatile byte[] secret = {};
    private final AtomicInteger refused = new AtomicInteger();

    private Subscriber(HttpServer server) {
        this.server = server;
    }

    /** A webhook whose signature holds. @param at nanoseconds of this JVM's clock when it came */
    record Webhook(String id, String type, JsonNode data, long at) {}

    static Subscriber listen() throws IOException {
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
                Subscriber subscriber = new Subscriber(server);
                server.createContext("/webhooks", subscriber::receive);
                server.start();
                return subscriber;
            } catch (BindException e) {
                if (port == LAST_PORT) {
                    throw e;
                }
            }
        }
        throw new IOException("No port");
    }

    String target() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
    }

    /** Takes the secret that the subscription's 201 showed. */
    void trust(String whsec) {
        secret = Base64.getDecoder().decode(whsec.substring("whsec_".length()));
    }

    /** Waits for a verified webhook. */
    Webhook await(String what, Predicate<Webhook> wanted) {
        return Patience.until(
                        PATIENCE,
                        "the webhook " + what,
                        () -> verified.stream().filter(wanted).toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    int verifiedCount() {
        return verified.size();
    }

    int refusedCount() {
        return refused.get();
    }

    private void receive(HttpExchange exchange) throws IOException {
        long at = System.nanoTime();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            if (signed(exchange, id, body)) {
                JsonNode message = JSON.readTree(body);
                verified.add(new Webhook(id, message.path("type").asText(), message.path("data"), at));
                exchange.sendResponseHeaders(NO_CONTENT, -1);
            } else {
                refused.incrementAndGet();
                exchange.sendResponseHeaders(UNAUTHORIZED, -1);
            }
        }
    }

    private boolean signed(HttpExchange exchange, String id, byte[] body) {
        String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
        if (id == null || timestamp == null || signatures == null || secret.length == 0) {
            return false;
        }
        byte[] expected = ("v1," + Base64.getEncoder().encodeToString(mac(id + "." + timestamp + ".", body)))
                .getBytes(StandardCharsets.US_ASCII);
        for (String signature : signatures.split(" ")) {
            if (MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII))) {
                return true;
            }
        }
        return false;
    }

    private byte[] mac(String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
