package org.qualityzones.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Digests;
import org.qualityzones.web.seal.SecretSeal;

/** Signs claims as compact JWS (EdDSA, Ed25519) with the key of the day. */
@ApplicationScoped
public class Signer {

    private static final Logger LOG = Logger.getLogger(Signer.class);
    private static final String ED25519 = "Ed25519";
    private static final int KID_BYTES = 8;
    /** A new key is published so long before it signs. */
    private static final Duration NOTICE = Duration.ofDays(1);

    private final SigningKeys keys;
    private final SigningConfig config;
    private final SecretSeal seal;
    private final Audit audit;
    private final Clock clock;
    private final ObjectMapper json;
    private final Map<String, PrivateKey> opened = new ConcurrentHashMap<>();

    Signer(SigningKeys keys, SigningConfig config, Audit audit, Clock clock, ObjectMapper json) {
        this.keys = keys;
        this.config = config;
        this.seal = SecretSeal.ofBase64(config.sealingKey());
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** A compact JWS and the key that signed it. */
    public record Signed(String kid, String token) {}

    /** Where the public reaches this deployment, without a slash at the end. */
    public String publicBase() {
        return config.publicBase();
    }

    /** Signs within the running transaction. @param type media type for the header, null where none is needed */
    @Transactional(Transactional.TxType.MANDATORY)
    public Signed sign(String type, Map<String, Object> claims) {
        SigningKeys.Row key = active();
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(key.kid());
        if (type != null) {
            jws.setHeader("typ", type);
        }
        jws.setKey(opened.computeIfAbsent(key.kid(), _ -> open(key)));
        try {
            jws.setPayload(json.writeValueAsString(claims));
            return new Signed(key.kid(), jws.getCompactSerialization());
        } catch (JoseException | JsonProcessingException e) {
            throw new IllegalStateException("The claims cannot be signed", e);
        }
    }

    /** Has the first key made before the first request: a request must not wait for one. */
    void prepare(@Observes StartupEvent start) {
        rotate();
    }

    @Scheduled(every = "1h", delayed = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        try {
            rotate();
        } catch (RuntimeException e) {
            LOG.warnf("The signing keys cannot be renewed now, tried again in an hour: %s", e.getMessage());
        }
    }

    /** Makes the next key once the active one nears its end. */
    void rotate() {
        QuarkusTransaction.requiringNew().run(() -> {
            keys.takeTurns();
            Instant now = clock.instant();
            Optional<SigningKeys.Row> active = keys.activeAt(now);
            if (active.isEmpty()) {
                make(now, now);
            } else if (!keys.anyAfter(now)) {
                Instant end = active.get().activeFrom().plus(Duration.ofDays(config.keyDays()));
                if (!now.isBefore(end.minus(NOTICE))) {
                    make(now, now.plus(NOTICE));
                }
            }
        });
    }

    private SigningKeys.Row active() {
        return keys.activeAt(clock.instant()).orElseGet(() -> {
            rotate();
            return keys.activeAt(clock.instant()).orElseThrow();
        });
    }

    private void make(Instant now, Instant activeFrom) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            byte[] publicKey = pair.getPublic().getEncoded();
            String kid = Digests.hex(Arrays.copyOf(Digests.sha256(publicKey), KID_BYTES));
            byte[] sealed = seal.seal(pair.getPrivate().getEncoded(), context(kid));
            keys.add(new SigningKeys.Row(kid, publicKey, sealed, now, activeFrom));
            audit.record("signing-key.make", kid, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    private PrivateKey open(SigningKeys.Row key) {
        audit.record("signing-key.open", key.kid(), null);
        try {
            return KeyFactory.getInstance(ED25519)
                    .generatePrivate(new PKCS8EncodedKeySpec(seal.open(key.sealedPrivate(), context(key.kid()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key " + key.kid() + " cannot be read", e);
        }
    }

    private static String context(String kid) {
        return "signing-key/" + kid;
    }
}
