package org.qualityzones.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A signing key, without its secret.
 *
 * @param algorithm as in Standard Webhooks: {@code v1} is HMAC-SHA256
 * @param expiresAt null = until rotated
 * @param secret {@code whsec_…}, only in the answer that makes it
 */
@Schema(name = "SigningKey")
record KeyView(
        UUID id,
        String algorithm,
        Instant createdAt,
        Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

    private static final String HMAC = "v1";

    static KeyView of(SigningKey key) {
        return new KeyView(key.id(), HMAC, key.createdAt(), key.expiresAt(), null);
    }

    static KeyView fresh(UUID id, Instant createdAt, String secret) {
        return new KeyView(id, HMAC, createdAt, null, secret);
    }

    /** All keys of a subscription, newest first. */
    @Schema(name = "SigningKeys")
    record Items(List<KeyView> items) {}
}
