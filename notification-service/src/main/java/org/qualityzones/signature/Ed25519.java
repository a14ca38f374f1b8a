package org.qualityzones.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** Ed25519 (RFC 8032). A private key is kept in its PKCS#8 form, a public key as its 32 bytes. */
public final class Ed25519 {

    private static final String NAME = "Ed25519";
    private static final int PUBLIC_BYTES = 32;

    private Ed25519() {}

    /** A key pair as bytes. */
    public record Pair(byte[] privateKey, byte[] publicKey) {}

    /** A new pair. */
    public static Pair generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            return new Pair(
                    pair.getPrivate().getEncoded(),
                    Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519", e);
        }
    }

    /** The 64 bytes of a signature; the same for the same content and key. */
    public static byte[] sign(byte[] privateKey, byte[] content) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An Ed25519 key cannot sign", e);
        }
    }
}
