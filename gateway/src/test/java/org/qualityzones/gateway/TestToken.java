package org.qualityzones.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens that are really signed, good and bad ones. */
final class TestToken {

    private final JsonObject header =
            new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", Issuer.KEY_ID);
    private final JsonObject claims = new JsonObject()
            .put("iss", System.getProperty(Issuer.ISSUER))
            .put("aud", new JsonArray().add("qualityzones").add("account"))
            .put("sub", "person-1")
            .put("azp", "client-1")
            .put("typ", "Bearer")
            .put("jti", UUID.randomUUID().toString())
            .put("iat", Instant.now().getEpochSecond())
            .put("exp", Instant.now().plusSeconds(300).getEpochSecond());

    static TestToken token() {
        return new TestToken();
    }

    static String good() {
        return token().signed();
    }

    TestToken claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    TestToken without(String name) {
        claims.remove(name);
        return this;
    }

    TestToken header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    String signed() {
        return signedBy(key(), "SHA256withRSA");
    }

    String signedBySomebodyElse() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return signedBy(generator.generateKeyPair().getPrivate(), "SHA256withRSA");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String signedWith(String algorithm, String javaName) {
        header.put("alg", algorithm);
        return signedBy(key(), javaName);
    }

    String unsigned(String algorithm) {
        header.put("alg", algorithm);
        return content() + ".";
    }

    /** The classic: the public key taken as the secret of an HMAC. */
    String signedWithPublicKeyAsSecret() {
        try {
            header.put("alg", "HS256");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(Base64.getDecoder().decode(System.getProperty(Issuer.PUBLIC_KEY)), "HmacSHA256"));
            String content = content();
            return content + "." + encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PrivateKey key() {
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(Issuer.PRIVATE_KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private String signedBy(PrivateKey key, String algorithm) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            String content = content();
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String content() {
        return encode(header.toBuffer().getBytes()) + "."
                + encode(claims.toBuffer().getBytes());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
