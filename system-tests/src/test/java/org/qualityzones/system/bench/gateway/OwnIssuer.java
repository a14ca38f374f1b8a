package org.qualityzones.system.bench.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.qualityzones.system.client.Json;

/** An identity provider with one RSA key, for a gateway without a realm. */
final class OwnIssuer implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BITS = 2048;

    private final HttpServer server;
    private final String url;
    private final KeyPair keys;

    OwnIssuer() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/qualityzones";
        serve(
                "/.well-known/openid-configuration",
                Json.object("{}")
                        .put("issuer", url)
                        .put("jwks_uri", url + "/certs")
                        .put("token_endpoint", url + "/token")
                        .put("authorization_endpoint", url + "/auth"));
        serve("/certs", keySet((RSAPublicKey) keys.getPublic()));
        server.start();
    }

    String url() {
        return url;
    }

    /** An access token that the gateway takes. */
    String token(Duration lifetime) throws GeneralSecurityException {
        Instant now = Instant.now();
        ObjectNode claims = Json.object("{'aud':'qualityzones','azp':'bench','sub':'bench','typ':'Bearer'}");
        claims.put("iss", url).put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(lifetime).getEpochSecond());
        claims.putObject("realm_access").putArray("roles").add("bureau");
        String signed = part(Json.object("{'alg':'RS256','typ':'JWT','kid':'one'}")) + "." + part(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String part(ObjectNode json) {
        return BASE64.encodeToString(Json.bytes(json));
    }

    private static ObjectNode keySet(RSAPublicKey key) {
        ObjectNode set = Json.object("{'keys':[{'kty':'RSA','alg':'RS256','use':'sig','kid':'one'}]}");
        ((ObjectNode) set.withArray("keys").get(0))
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()));
        return set;
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }

    private void serve(String path, ObjectNode body) {
        server.createContext("/realms/qualityzones" + path, exchange -> send(exchange, Json.bytes(body)));
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
