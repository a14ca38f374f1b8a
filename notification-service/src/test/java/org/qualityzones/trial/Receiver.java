package org.qualityzones.trial;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A subscriber on loopback that verifies signatures with its own code and answers by script. */
public final class Receiver implements AutoCloseable {

    /** How one request is answered. */
    @FunctionalInterface
    public interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** One request as it came. */
    public record Message(String path, String id, long timestamp, String signature, String host, byte[] body) {

        public JsonPath json() {
            return JsonPath.from(new String(body, StandardCharsets.UTF_8));
        }

        /** Whether one of the signatures is right under a {@code whsec_} secret. */
        public boolean isSignedWith(String secret) {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            byte[] expected = mac(key, id + "." + timestamp + "." + new String(body, StandardCharsets.UTF_8));
            return Arrays.stream(signature.split(" "))
                    .filter(part -> part.startsWith("v1,"))
                    .map(part -> Base64.getDecoder().decode(part.substring(3)))
                    .anyMatch(given -> MessageDigest.isEqual(given, expected));
        }

        /** Whether one of the signatures is right under a {@code whpk_} public key. */
        public boolean isSignedWithPublic(String key) {
            String content = id + "." + timestamp + "." + new String(body, StandardCharsets.UTF_8);
            return Arrays.stream(signature.split(" "))
                    .filter(part -> part.startsWith("v1a,"))
                    .anyMatch(part -> PublicKeys.verify(key, content, part.substring(4)));
        }

        private static byte[] mac(byte[] key, String text) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Deque<Script> scripts = new ArrayDeque<>();
    private volatile Script otherwise = status(204);

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers the next request like this, before the standing answer. */
    public synchronized Receiver then(Script script) {
        scripts.add(script);
        return this;
    }

    /** The standing answer from now on. */
    public Receiver otherwise(Script script) {
        otherwise = script;
        return this;
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** An empty answer. */
    public static Script status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    /** An empty answer with a header. */
    public static Script status(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().add(header, value);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        byte[] body = exchange.getRequestBody().readAllBytes();
        messages.add(new Message(
                exchange.getRequestURI().toString(),
                headers.getFirst("webhook-id"),
                Long.parseLong(headers.getFirst("webhook-timestamp")),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Host"),
                body));
        next().answer(exchange);
        exchange.close();
    }

    private synchronized Script next() {
        Script script = scripts.poll();
        return script == null ? otherwise : script;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
