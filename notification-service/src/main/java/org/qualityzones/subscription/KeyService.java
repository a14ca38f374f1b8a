package org.qualityzones.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problem;

/** Signing keys: while a rotation overlaps, messages carry the signatures of the old and the new secret. */
@ApplicationScoped
class KeyService {

    private static final int MAX_IN_FORCE = 4;

    private final SubscriptionAccess access;
    private final SigningKeys keys;
    private final Secrets secrets;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    KeyService(SubscriptionAccess access, SigningKeys keys, Secrets secrets, Audit audit, Ids ids, Clock clock) {
        this.access = access;
        this.keys = keys;
        this.secrets = secrets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a new secret and lets the others expire after the overlap. The Ed25519 key stays: its private part never
     * leaves this service.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer rotate(UUID subscriptionId, SubscriptionCommands.Rotate command) {
        Subscription subscription = access.manageable(subscriptionId);
        if (subscription.channel() != SubscriptionChannel.WEBHOOK) {
            throw Problem.of(SubscriptionProblem.CHANNEL_NOT_AVAILABLE, "Only webhooks are signed");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        keys.deleteExpired(subscriptionId, now);
        List<SigningKey> inForce = keys.secretsOf(subscriptionId);
        if (inForce.size() >= MAX_IN_FORCE) {
            throw Problem.of(SubscriptionProblem.TOO_MANY_KEYS, MAX_IN_FORCE + " keys are in force; let one expire");
        }
        inForce.forEach(key -> key.expire(now.plus(Duration.ofHours(command.hours()))));
        UUID keyId = ids.next();
        String secret = secrets.issue(subscriptionId, keyId, now);
        secrets.ensurePair(subscriptionId, now);
        audit.record("subscription.rotate-secret", subscriptionId.toString(), keyId.toString());
        return Answer.created(
                "/api/v1/subscriptions/" + subscriptionId + "/keys", 1, KeyView.fresh(keyId, now, secret));
    }

    @Transactional
    KeyView.Items list(UUID subscriptionId) {
        access.readable(subscriptionId);
        return new KeyView.Items(
                keys.of(subscriptionId).stream().map(KeyView::of).toList());
    }
}
