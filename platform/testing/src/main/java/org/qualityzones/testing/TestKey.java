package org.qualityzones.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signing key of a realm, made once per JVM. */
final class TestKey {

    private static final int BITS = 2048;

    private final String realm;
    private final RSAPrivateCrtKey key;

    private TestKey(String realm, RSAPrivateCrtKey key) {
        this.realm = realm;
        this.key = key;
    }

    static TestKey of(String realm) {
        String encoded = JvmMemory.remember("key." + realm, TestKey::generate);
        try {
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            return new TestKey(realm, (RSAPrivateCrtKey) key);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The key of the realm cannot be read", failure);
        }
    }

    String id() {
        return realm + "-1";
    }

    /** The public key as a JSON Web Key. */
    String jwk() {
        return """
                {"kid":"%s","kty":"RSA","alg":"RS256","use":"sig","n":"%s","e":"%s"}""".formatted(id(), unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    /** RS256 over the text. */
    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Cannot sign", failure);
        }
    }

    /** HS256 over the text with the public key as the secret, as an attacker would who knows nothing else. */
    byte[] macWithPublicKey(String text) {
        try {
            byte[] secret = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Cannot sign", failure);
        }
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Cannot make a key", failure);
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] magnitude = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }
}
