package org.qualityzones.subscription;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.signature.Ed25519;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;
import org.qualityzones.web.Ids;
import org.qualityzones.web.seal.SecretSeal;

/** Makes and opens signing secrets. The service refuses to start without a sealing key. */
@Startup
@ApplicationScoped
public class Secrets {

    /** Of the Standard Webhooks form {@code whsec_<base64>}. */
    private static final String PREFIX = "whsec_";

    private static final String ANSWER = "subscription-answer";
    private static final int BYTES = 32;

    private final SecretSeal seal;
    private final SigningKeys keys;
    private final Database database;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    Secrets(SecretSeal seal, SigningKeys keys, Database database, Ids ids) {
        this.seal = seal;
        this.keys = keys;
        this.database = database;
        this.ids = ids;
    }

    /**
     * Makes and stores a new secret.
     *
     * @return its text form, sealed for the stored answer; {@link #openAnswer} opens it on its way out
     */
    String issue(UUID subscriptionId, UUID keyId, Instant now) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        byte[] sealed = seal.seal(secret, SigningKey.context(subscriptionId, keyId));
        keys.persist(new SigningKey(keyId, subscriptionId, sealed, now));
        String text = PREFIX + Base64.getEncoder().encodeToString(secret);
        return Base64.getEncoder().encodeToString(seal.seal(text.getBytes(StandardCharsets.UTF_8), ANSWER));
    }

    /** Makes the Ed25519 key of a subscription, unless it has one. */
    void ensurePair(UUID subscriptionId, Instant now) {
        if (keys.pairOf(subscriptionId).isEmpty()) {
            UUID keyId = ids.next();
            Ed25519.Pair pair = Ed25519.generate();
            byte[] sealed = seal.seal(pair.privateKey(), SigningKey.context(subscriptionId, keyId));
            keys.persist(new SigningKey(keyId, subscriptionId, sealed, pair.publicKey(), now));
        }
    }

    /**
     * The private Ed25519 key (PKCS#8) of a subscription that is signed for; made now where an older version of this
     * service made the secret. Empty where nothing is signed.
     */
    public Optional<byte[]> signingKey(UUID subscriptionId, Instant now) {
        if (!keys.secretsOf(subscriptionId).isEmpty()) {
            ensurePair(subscriptionId, now.truncatedTo(ChronoUnit.MICROS));
        }
        return keys.pairOf(subscriptionId).map(key -> seal.open(key.sealed(), key.context()));
    }

    String openAnswer(String sealed) {
        return new String(seal.open(Base64.getDecoder().decode(sealed), ANSWER), StandardCharsets.UTF_8);
    }

    /** Removes all secrets of a subscription. */
    void forget(UUID subscriptionId) {
        keys.deleteAll(subscriptionId);
    }

    /** What messages of each of these subscriptions are signed with now. */
    public Map<UUID, SigningSet> inForce(Collection<UUID> subscriptionIds, Instant now) {
        Map<UUID, SigningSet> sets = new HashMap<>();
        subscriptionIds.forEach(id -> sets.put(id, SigningSet.NONE));
        database.list(
                        """
                        SELECT id, subscription_id, sealed, public_key IS NOT NULL AS pair FROM subscription_key
                        WHERE subscription_id = ANY (?::uuid[]) AND (expires_at IS NULL OR expires_at > ?)
                        ORDER BY created_at DESC, id DESC""",
                        row -> new Opened(row.uuid("subscription_id"), row.flag("pair"), open(row)),
                        subscriptionIds.stream().map(UUID::toString).toList(),
                        now)
                .forEach(key -> sets.computeIfPresent(key.subscriptionId(), (id, set) -> key.in(set)));
        return sets;
    }

    private byte[] open(Row row) throws SQLException {
        return seal.open(row.bytes("sealed"), SigningKey.context(row.uuid("subscription_id"), row.uuid("id")));
    }

    private record Opened(UUID subscriptionId, boolean pair, byte[] secret) {

        SigningSet in(SigningSet set) {
            return pair ? set.withPrivateKey(secret) : set.withOlder(secret);
        }
    }
}
