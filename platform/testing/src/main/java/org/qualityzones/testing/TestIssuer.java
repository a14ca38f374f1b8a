package org.qualityzones.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * An OpenID provider as far as a resource server looks at it: discovery and keys, for the realm of the suite and for a
 * second one whose tokens nobody is to accept.
 */
final class TestIssuer {

    static final String REALM = "qualityzones";
    static final String OTHER_REALM = "other";

    private final String base;

    private TestIssuer(String base) {
        this.base = base;
    }

    /** The issuer of this JVM, started now when it is not. */
    static TestIssuer ofThisJvm() {
        return new TestIssuer(JvmMemory.remember("issuer", TestIssuer::start));
    }

    /** Issuer URL of a realm. */
    String url(String realm) {
        return base + "/realms/" + realm;
    }

    private static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            for (String realm : List.of(REALM, OTHER_REALM)) {
                serveRealm(server, base, realm);
            }
            server.setExecutor(Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("test-issuer-", 0).factory()));
            server.start();
            return base;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start the token issuer", failure);
        }
    }

    private static void serveRealm(HttpServer server, String base, String realm) {
        String issuer = base + "/realms/" + realm;
        String keys = issuer + "/protocol/openid-connect/certs";
        serve(server, "/realms/" + realm + "/.well-known/openid-configuration", """
                {"issuer":"%s","jwks_uri":"%s","token_endpoint":"%s/token","authorization_endpoint":"%s/auth",
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(
                        issuer, keys, issuer, issuer));
        serve(
                server,
                "/realms/" + realm + "/protocol/openid-connect/certs",
                "{\"keys\":[" + TestKey.of(realm).jwk() + "]}");
    }

    private static void serve(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> answer(exchange, json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
