package org.qualityzones.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One signing key of a subscription, its secret sealed at rest. Several are in force while a rotation overlaps. */
@Entity
@Table(name = "subscription_key")
class SigningKey {

    @Id
    private UUID id;

    @Column(name = "subscription_id")
    private UUID subscriptionId;

    private byte[] sealed;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected SigningKey() {}

    SigningKey(UUID id, UUID subscriptionId, byte[] sealed, Instant createdAt) {
        this.id = id;
        this.subscriptionId = subscriptionId;
        this.sealed = sealed.clone();
        this.createdAt = createdAt;
    }

    /** An Ed25519 key, whose private part is sealed. */
    SigningKey(UUID id, UUID subscriptionId, byte[] sealed, byte[] publicKey, Instant createdAt) {
        this(id, subscriptionId, sealed, createdAt);
        this.publicKey = publicKey.clone();
    }

    /** True for an Ed25519 key, false for an HMAC secret. */
    boolean isPair() {
        return publicKey != null;
    }

    /** 32 bytes; null for an HMAC secret. */
    byte[] publicKey() {
        return publicKey == null ? null : publicKey.clone();
    }

    void expire(Instant at) {
        if (expiresAt == null || at.isBefore(expiresAt)) {
            expiresAt = at;
        }
    }

    UUID id() {
        return id;
    }

    byte[] sealed() {
        return sealed.clone();
    }

    /** What the sealed secret belongs to. */
    String context() {
        return context(subscriptionId, id);
    }

    static String context(UUID subscriptionId, UUID keyId) {
        return "subscription/" + subscriptionId + "/" + keyId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
