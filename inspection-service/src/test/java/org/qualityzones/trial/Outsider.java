package org.qualityzones.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.zip.InflaterInputStream;
import org.qualityzones.testing.Api;

/** Verifies with the JDK alone what this service signed and published. */
public final class Outsider {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Outsider() {}

    /** The signed form of a certificate, as its holder prints it. */
    public static String token(String number) {
        return Exemptions.certificate(number).extract().path("jws");
    }

    /** What the list says of the certificate: the two bits of its entry. */
    public static int status(JsonNode claims) throws IOException, GeneralSecurityException {
        JsonNode entry = claims.path("status").path("status_list");
        String uri = entry.path("uri").asText();
        assertThat(uri).startsWith(claims.path("iss").asText());
        var response = Api.anonymous()
                .get(uri.substring(claims.path("iss").asText().length()))
                .then()
                .statusCode(200)
                .contentType("application/statuslist+jwt")
                .extract();
        JsonNode list = verified(response.asString());
        assertThat(header(response.asString()).path("typ").asText()).isEqualTo("statuslist+jwt");
        assertThat(list.path("sub").asText()).isEqualTo(uri);
        assertThat(list.path("ttl").asLong()).isEqualTo(300);
        assertThat(list.path("exp").asLong() - list.path("iat").asLong()).isEqualTo(86_400);
        assertThat(list.path("status_list").path("bits").asInt()).isEqualTo(2);
        byte[] deflated = Base64.getUrlDecoder()
                .decode(list.path("status_list").path("lst").asText());
        byte[] bytes = new InflaterInputStream(new ByteArrayInputStream(deflated)).readAllBytes();
        int index = entry.path("idx").asInt();
        return bytes[index / 4] >> index % 4 * 2 & 3;
    }

    public static JsonNode verified(String token) throws IOException, GeneralSecurityException {
        assertThat(verifies(token)).isTrue();
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    public static JsonNode header(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
    }

    public static boolean verifies(String token) throws IOException, GeneralSecurityException {
        String[] parts = token.split("\\.");
        assertThat(parts).hasSize(3);
        JsonNode header = header(token);
        assertThat(header.path("alg").asText()).isEqualTo("EdDSA");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key(header.path("kid").asText()));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    /** RFC 8032: 32 bytes little-endian, the highest bit is the sign of x. */
    private static PublicKey key(String kid) throws IOException, GeneralSecurityException {
        JsonNode keys = JSON.readTree(Api.anonymous()
                        .get("/.well-known/jwks.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .path("keys");
        JsonNode jwk = keys.valueStream()
                .filter(key -> key.path("kid").asText().equals(kid))
                .findFirst()
                .orElseThrow();
        assertThat(jwk.path("kty").asText()).isEqualTo("OKP");
        assertThat(jwk.path("crv").asText()).isEqualTo("Ed25519");
        byte[] x = Base64.getUrlDecoder().decode(jwk.path("x").asText());
        byte[] y = new byte[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        boolean odd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
    }
}
