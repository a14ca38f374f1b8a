package org.qualityzones.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.qualityzones.feed.Feed;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.subscription.Subscription;
import org.qualityzones.subscription.SubscriptionAccess;
import org.qualityzones.subscription.SubscriptionProblem;
import org.qualityzones.subscription.SubscriptionStatus;
import org.qualityzones.subscription.Wanted;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Makes up for what a subscriber missed: first counted by a dry run, then planned again. */
@ApplicationScoped
class RecoveryService {

    private static final int STEP = 1_000;
    private static final Set<Outcome> CAME_TO_NOTHING =
            EnumSet.of(Outcome.EXHAUSTED, Outcome.REJECTED, Outcome.CANCELLED);

    private final SubscriptionAccess access;
    private final Feed feed;
    private final Deliveries deliveries;
    private final DeliveryConfig config;
    private final Audit audit;
    private final Clock clock;

    RecoveryService(
            SubscriptionAccess access,
            Feed feed,
            Deliveries deliveries,
            DeliveryConfig config,
            Audit audit,
            Clock clock) {
        this.access = access;
        this.feed = feed;
        this.deliveries = deliveries;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** Plans what is missing and reopens what came to nothing; nothing is planned twice. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer recover(UUID subscriptionId, RecoveryCommands.Recover command) {
        Subscription subscription = access.manageable(subscriptionId);
        command.requireOne();
        if (subscription.status() == SubscriptionStatus.DISABLED) {
            throw Problem.of(CommonProblem.ILLEGAL_TRANSITION, "The subscription is disabled; resume it first");
        }
        long head = feed.lockHead();
        long after = start(command, head);
        Predicate<FeedEvent> wish = subscription.wish();
        int missing = 0;
        int failed = 0;
        for (long from = after; from < head; from += STEP) {
            List<FeedEvent> wanted = feed.range(from, Math.min(head, from + STEP)).stream()
                    .filter(wish)
                    .toList();
            Map<Long, Outcome> known = deliveries.outcomes(
                    subscriptionId, wanted.stream().map(FeedEvent::position).toList());
            missing += planMissing(subscription, wanted, known);
            failed += reopenFailed(subscription, known);
        }
        audit.record("subscription.recover", subscriptionId.toString(), "after " + after);
        return Answer.ok(new RecoveryCommands.Recovery(after, head, missing + failed, missing, failed));
    }

    private long start(RecoveryCommands.Recover command, long head) {
        long after = command.after() != null
                ? command.after()
                : feed.firstReceivedFrom(command.since())
                        .map(first -> first - 1)
                        .orElse(head);
        if (head - after > config.maxRecovery()) {
            throw Problem.of(
                            SubscriptionProblem.RECOVERY_TOO_LARGE,
                            "It would cover " + (head - after) + " events; at most " + config.maxRecovery())
                    .with("head", head);
        }
        return after;
    }

    private int planMissing(Subscription subscription, List<FeedEvent> wanted, Map<Long, Outcome> known) {
        List<Wanted> missing = wanted.stream()
                .filter(event -> !known.containsKey(event.position()))
                .map(event -> new Wanted(event, List.of(subscription)))
                .toList();
        deliveries.plan(missing, now());
        return missing.size();
    }

    private int reopenFailed(Subscription subscription, Map<Long, Outcome> known) {
        List<Long> failed = new ArrayList<>();
        known.forEach((position, outcome) -> {
            if (CAME_TO_NOTHING.contains(outcome)) {
                failed.add(position);
            }
        });
        Outcome to = subscription.status() == SubscriptionStatus.PAUSED ? Outcome.HELD : Outcome.PENDING;
        deliveries.reopen(subscription.id(), failed, to, now());
        return failed.size();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
