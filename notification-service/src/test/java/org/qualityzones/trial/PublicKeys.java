package org.qualityzones.trial;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Verification as a subscriber does it, who has nothing but the published key. */
public final class PublicKeys {

    private static final byte[] X509_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private PublicKeys() {}

    /** Whether a base64 signature over a text is right under a {@code whpk_} key. */
    public static boolean verify(String key, String content, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey(Base64.getDecoder().decode(key.substring("whpk_".length()))));
            check.update(content.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        byte[] encoded = new byte[X509_ED25519.length + raw.length];
        System.arraycopy(X509_ED25519, 0, encoded, 0, X509_ED25519.length);
        System.arraycopy(raw, 0, encoded, X509_ED25519.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
