package org.qualityzones.web.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals short secrets with AES-256-GCM. The context (what the secret belongs to) is authenticated with it, so that a
 * sealed value moved to another row does not open. The sealed form is a format byte, a 12-byte nonce and the ciphertext
 * with its 16-byte tag.
 */
public final class SecretSeal {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private SecretSeal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * @param base64Key 32 random bytes, base64
     * @throws IllegalArgumentException when the key is not 32 bytes of base64; the message says how to make one
     */
    public static SecretSeal ofBase64(String base64Key) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64Key.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The sealing key is not base64. Make one with: openssl rand -base64 32", e);
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The sealing key has " + key.length
                    + " bytes, it needs 32. Make one with: openssl rand -base64 32");
        }
        return new SecretSeal(key);
    }

    /** Seals a secret for one context, with a fresh nonce. */
    public byte[] seal(byte[] secret, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] ciphertext = run(Cipher.ENCRYPT_MODE, nonce, context, secret);
        return ByteBuffer.allocate(1 + NONCE_BYTES + ciphertext.length)
                .put(FORMAT)
                .put(nonce)
                .put(ciphertext)
                .array();
    }

    /**
     * Opens what {@link #seal} made for the same context.
     *
     * @throws IllegalStateException when the key or the context is another one, or a byte was changed
     */
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != FORMAT) {
            throw new IllegalStateException("The sealed secret of " + context + " has an unknown form");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] ciphertext = new byte[sealed.length - 1 - NONCE_BYTES];
        ByteBuffer.wrap(sealed, 1, sealed.length - 1).get(nonce).get(ciphertext);
        return run(Cipher.DECRYPT_MODE, nonce, context, ciphertext);
    }

    private byte[] run(int mode, byte[] nonce, String context, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret of " + context + " does not open with this sealing key, or was changed", e);
        }
    }
}
