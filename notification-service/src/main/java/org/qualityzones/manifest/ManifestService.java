package org.qualityzones.manifest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.qualityzones.signature.Ed25519;
import org.qualityzones.subscription.Secrets;
import org.qualityzones.subscription.Subscription;
import org.qualityzones.subscription.SubscriptionAccess;
import org.qualityzones.subscription.SubscriptionProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** Makes manifests of days that have ended: what is asked for twice is the same twice. */
@ApplicationScoped
class ManifestService {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int STEP = 1_000;

    /** A delivery planned just before midnight is committed by then. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final SubscriptionAccess access;
    private final PlannedDeliveries deliveries;
    private final Secrets secrets;
    private final Clock clock;

    ManifestService(SubscriptionAccess access, PlannedDeliveries deliveries, Secrets secrets, Clock clock) {
        this.access = access;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** 404 for a subscription that is not the caller's or delivers nothing, and for a day before it or not yet ended. */
    @Transactional
    Manifest of(UUID subscriptionId, LocalDate date) {
        Subscription subscription = access.readable(subscriptionId);
        requireEnded(date);
        byte[] key = secrets.signingKey(subscriptionId, clock.instant())
                .filter(known -> !date.isBefore(day(subscription.createdAt())))
                .orElseThrow(() -> Problems.notFound("manifest", subscriptionId + "/" + date));
        Manifest manifest = unsigned(subscriptionId, date);
        return manifest.signed(Base64.getEncoder().encodeToString(Ed25519.sign(key, manifest.content())));
    }

    private void requireEnded(LocalDate date) {
        Instant now = clock.instant();
        LocalDate last = date.isAfter(day(now)) ? day(now) : date;
        Duration left = Duration.between(now, start(last.plusDays(1)).plus(MARGIN));
        if (left.isPositive()) {
            throw Problem.of(SubscriptionProblem.MANIFEST_NOT_YET, "Ask again when " + date + " has ended")
                    .retryAfter(left);
        }
    }

    private Manifest unsigned(UUID subscriptionId, LocalDate date) {
        MerkleTree tree = new MerkleTree();
        Long first = null;
        long last = 0;
        List<PlannedDeliveries.Planned> page;
        do {
            page = deliveries.between(subscriptionId, start(date), start(date.plusDays(1)), last, STEP);
            for (PlannedDeliveries.Planned delivery : page) {
                tree.add(delivery.eventId());
                first = first == null ? Long.valueOf(delivery.sequence()) : first;
                last = delivery.sequence();
            }
        } while (page.size() == STEP);
        String root = Base64.getEncoder().encodeToString(tree.root());
        return new Manifest(subscriptionId, date, tree.size(), first, first == null ? null : last, root, null);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, SHANGHAI);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }
}
