package org.qualityzones.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** An identity provider with one RSA key. The key goes to the tests by system properties, across class loaders. */
final class Issuer {

    static final String ISSUER = "test.issuer";
    static final String PRIVATE_KEY = "test.issuer.private-key";
    static final String PUBLIC_KEY = "test.issuer.public-key";
    static final String KEY_ID = "one";

    private final HttpServer server;
    private final String url;

    Issuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            url = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/qualityzones";
            Base64.Encoder base64 = Base64.getEncoder();
            System.setProperty(ISSUER, url);
            System.setProperty(
                    PRIVATE_KEY, base64.encodeToString(keys.getPrivate().getEncoded()));
            System.setProperty(
                    PUBLIC_KEY, base64.encodeToString(keys.getPublic().getEncoded()));
            serve("/.well-known/openid-configuration", discovery());
            serve("/certs", jwks((RSAPublicKey) keys.getPublic()));
            server.start();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String url() {
        return url;
    }

    void stop() {
        server.stop(0);
    }

    private JsonObject discovery() {
        return new JsonObject()
                .put("issuer", url)
                .put("jwks_uri", url + "/certs")
                .put("token_endpoint", url + "/token")
                .put("authorization_endpoint", url + "/auth");
    }

    private static JsonObject jwks(RSAPublicKey key) {
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kty", "RSA")
                                        .put("alg", "RS256")
                                        .put("use", "sig")
                                        .put("kid", KEY_ID)
                                        .put("n", number(key.getModulus()))
                                        .put("e", number(key.getPublicExponent()))));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private void serve(String path, JsonObject body) {
        server.createContext("/realms/qualityzones" + path, exchange -> send(exchange, body));
    }

    private static void send(HttpExchange exchange, JsonObject body) throws IOException {
        byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
