package org.qualityzones.subscription;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.qualityzones.feed.Feed;
import org.qualityzones.feed.FeedIntake;
import org.qualityzones.web.Audit;

/** Disables subscriptions whose target is dead, and tells the owner in the feed. */
@ApplicationScoped
public class DeadTargets {

    /** Type of the notice, seen by the owner only. */
    public static final String NOTICE = "org.qualityzones.subscription.disabled.v1";

    private final Subscriptions subscriptions;
    private final Feed feed;
    private final FeedIntake intake;
    private final Event<SubscriptionStatusChanged> changes;
    private final Audit audit;
    private final Clock clock;

    DeadTargets(
            Subscriptions subscriptions,
            Feed feed,
            FeedIntake intake,
            Event<SubscriptionStatusChanged> changes,
            Audit audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.feed = feed;
        this.intake = intake;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Disables one that is active or paused; does nothing otherwise. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void disable(UUID id, String reason) {
        feed.lockHead();
        subscriptions
                .present(id)
                .filter(subscription -> subscription.status() != SubscriptionStatus.DISABLED)
                .ifPresent(subscription -> disable(subscription, reason));
    }

    private void disable(Subscription subscription, String reason) {
        subscription.become(SubscriptionStatus.DISABLED, reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
        subscriptions.write(subscription);
        changes.fire(new SubscriptionStatusChanged(subscription.id(), SubscriptionStatus.DISABLED));
        audit.record("subscription.disable-dead-target", subscription.id().toString(), reason);
        intake.tell(
                subscription.ownerKey(),
                NOTICE,
                subscription.id(),
                subscription.version(),
                JsonNodeFactory.instance.objectNode().put("reason", reason));
    }
}
