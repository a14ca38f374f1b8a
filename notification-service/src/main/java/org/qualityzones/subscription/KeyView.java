package org.qualityzones.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A signing key, without its secret or private part.
 *
 * @param algorithm as in Standard Webhooks: {@code v1} is HMAC-SHA256, {@code v1a} Ed25519
 * @param expiresAt null = until rotated
 * @param publicKey {@code whpk_…}, of an Ed25519 key only
 * @param secret {@code whsec_…}, only in the answer that makes it
 */
@Schema(name = "SigningKey")
record KeyView(
        UUID id,
        String algorithm,
        Instant createdAt,
        Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String publicKey,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

    private static final String HMAC = "v1";
    private static final String ED25519 = "v1a";
    private static final String PUBLIC = "whpk_";

    static KeyView of(SigningKey key) {
        return key.isPair()
                ? new KeyView(key.id(), ED25519, key.createdAt(), key.expiresAt(), text(key.publicKey()), null)
                : new KeyView(key.id(), HMAC, key.createdAt(), key.expiresAt(), null, null);
    }

    static KeyView fresh(UUID id, Instant createdAt, String secret) {
        return new KeyView(id, HMAC, createdAt, null, null, secret);
    }

    private static String text(byte[] publicKey) {
        return PUBLIC + Base64.getEncoder().encodeToString(publicKey);
    }

    /** All keys of a subscription, newest first. */
    @Schema(name = "SigningKeys")
    record Items(List<KeyView> items) {}
}
