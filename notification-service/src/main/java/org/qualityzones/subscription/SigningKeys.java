package org.qualityzones.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The signing keys of all subscriptions. */
@ApplicationScoped
class SigningKeys implements PanacheRepositoryBase<SigningKey, UUID> {

    /** Newest first; rotations keep the number small. */
    List<SigningKey> of(UUID subscriptionId) {
        return list("subscriptionId = ?1 order by createdAt desc, id desc", subscriptionId);
    }

    /** The HMAC secrets, newest first. */
    List<SigningKey> secretsOf(UUID subscriptionId) {
        return of(subscriptionId).stream().filter(key -> !key.isPair()).toList();
    }

    /** The Ed25519 key, if there is one. */
    Optional<SigningKey> pairOf(UUID subscriptionId) {
        return of(subscriptionId).stream().filter(SigningKey::isPair).findFirst();
    }

    void deleteExpired(UUID subscriptionId, Instant now) {
        delete("subscriptionId = ?1 and expiresAt <= ?2", subscriptionId, now);
    }

    void deleteAll(UUID subscriptionId) {
        delete("subscriptionId", subscriptionId);
    }
}
