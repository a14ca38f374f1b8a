package org.qualityzones.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.qualityzones.channel.Delivery;
import org.qualityzones.channel.DeliveryOutcome;
import org.qualityzones.feed.Feed;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.FeedMessage;
import org.qualityzones.messaging.EventJson;
import org.qualityzones.store.Database;
import org.qualityzones.subscription.DeadTargets;
import org.qualityzones.subscription.Secrets;

/** The dispatcher's transactions: claim what is due, load it, record what came of it. */
@ApplicationScoped
class DeliveryWork {

    /** Due rows that one claim looks at. */
    private static final int WINDOW = 1_000;

    private final Database database;
    private final Feed feed;
    private final Secrets secrets;
    private final DeadTargets deadTargets;
    private final DeliveryConfig config;
    private final Clock clock;
    private final RetrySchedule schedule;

    DeliveryWork(
            Database database,
            Feed feed,
            Secrets secrets,
            DeadTargets deadTargets,
            DeliveryConfig config,
            Clock clock) {
        this.database = database;
        this.feed = feed;
        this.secrets = secrets;
        this.deadTargets = deadTargets;
        this.config = config;
        this.clock = clock;
        this.schedule = new RetrySchedule(config.schedule(), config.jitter());
    }

    /**
     * Takes due deliveries for the length of a lease; other instances skip them.
     *
     * @param busyTargets targets to leave alone
     * @param quiet ids of subscriptions to leave alone
     * @param perTarget how many to take for one target at most
     */
    @Transactional
    List<Claimed> claim(int limit, Collection<String> busyTargets, Collection<String> quiet, int perTarget) {
        Instant now = now();
        UUID claim = UUID.randomUUID();
        return database.list(
                """
                WITH due AS (
                    SELECT d.id, s.target_key, d.available_at
                    FROM delivery d JOIN subscription s ON s.id = d.subscription_id
                    WHERE d.outcome = 'PENDING' AND d.available_at <= ? AND s.target_key <> ALL (?)
                        AND s.id <> ALL (?::uuid[])
                    ORDER BY d.available_at LIMIT ?
                ), ranked AS (
                    SELECT id, available_at,
                        row_number() OVER (PARTITION BY target_key ORDER BY available_at, id) AS rank
                    FROM due
                ), picked AS (
                    SELECT d.id FROM delivery d JOIN ranked r ON r.id = d.id
                    WHERE r.rank <= ? AND d.outcome = 'PENDING' AND d.available_at <= ?
                    ORDER BY r.available_at LIMIT ? FOR UPDATE OF d SKIP LOCKED
                )
                UPDATE delivery d SET available_at = ?, claim = ?
                FROM picked, subscription s
                WHERE d.id = picked.id AND s.id = d.subscription_id
                RETURNING d.id, d.claim, d.subscription_id, s.channel, s.target, s.target_key, d.feed_position,
                    d.attempts, d.round_start""",
                row -> new Claimed(
                        row.uuid("id"),
                        row.uuid("claim"),
                        row.uuid("subscription_id"),
                        row.text("channel"),
                        URI.create(row.text("target")),
                        row.text("target_key"),
                        row.number("feed_position"),
                        row.integerOrNull("attempts"),
                        row.integerOrNull("round_start")),
                now,
                busyTargets,
                quiet,
                WINDOW,
                perTarget,
                now,
                limit,
                now.plus(config.lease()),
                claim);
    }

    /** What is to be sent, with the secrets in force now. */
    @Transactional
    Delivery load(Claimed claimed) {
        FeedEvent event = feed.at(List.of(claimed.feedPosition())).getFirst();
        return new Delivery(
                event.id(),
                claimed.target(),
                EventJson.bytes(FeedMessage.of(event)),
                secrets.inForce(claimed.subscriptionId(), now()),
                secrets.privateKey(claimed.subscriptionId()),
                event.traceparent());
    }

    /** Records an attempt; a claim that was lost to another instance changes nothing but the attempt's record. */
    @Transactional
    void finish(Claimed claimed, DeliveryOutcome outcome, Instant startedAt) {
        Instant now = now();
        int made = claimed.attempts() + 1;
        boolean mine = settle(claimed, outcome, now, made);
        if (mine) {
            recordAttempt(claimed, outcome, startedAt, now, made);
            recordHealth(claimed.subscriptionId(), outcome, now);
        }
    }

    /** Disables the subscription when its target is gone, or has only failed for too long. */
    void disableIfDead(Claimed claimed, DeliveryOutcome outcome) {
        switch (outcome) {
            case DeliveryOutcome.Delivered _ -> {}
            case DeliveryOutcome.Rejected rejected ->
                deadTargets.disable(claimed.subscriptionId(), "The target answered " + rejected.status());
            case DeliveryOutcome.Retry _ -> {
                if (hasFailedTooLong(claimed.subscriptionId())) {
                    deadTargets.disable(claimed.subscriptionId(), "Every attempt failed for too long");
                }
            }
        }
    }

    private boolean hasFailedTooLong(UUID subscriptionId) {
        return database.first(
                        "SELECT failing_since FROM subscription_health WHERE subscription_id = ? AND failing_since <= ?",
                        row -> row.instant("failing_since"),
                        subscriptionId,
                        now().minus(config.disableAfter()))
                .isPresent();
    }

    private boolean settle(Claimed claimed, DeliveryOutcome outcome, Instant now, int made) {
        return switch (outcome) {
            case DeliveryOutcome.Delivered _ -> close(claimed, Outcome.DELIVERED, now, made);
            case DeliveryOutcome.Rejected _ -> close(claimed, Outcome.REJECTED, now, made);
            case DeliveryOutcome.Retry retry -> {
                Optional<Duration> asked = retry.after()
                        .map(wish -> wish.compareTo(config.maxRetryAfter()) > 0 ? config.maxRetryAfter() : wish);
                yield schedule.next(made - claimed.roundStart(), asked, ThreadLocalRandom.current())
                        .map(delay -> postpone(claimed, now.plus(delay), made))
                        .orElseGet(() -> close(claimed, Outcome.EXHAUSTED, now, made));
            }
        };
    }

    private boolean close(Claimed claimed, Outcome outcome, Instant now, int made) {
        return database.update("""
                        UPDATE delivery SET outcome = ?, attempts = ?, finished_at = ?, claim = NULL,
                            version = version + 1
                        WHERE id = ? AND claim = ?""", outcome, made, now, claimed.id(), claimed.claim()) == 1;
    }

    private boolean postpone(Claimed claimed, Instant until, int made) {
        return database.update("""
                        UPDATE delivery SET attempts = ?, available_at = ?, claim = NULL, version = version + 1
                        WHERE id = ? AND claim = ?""", made, until, claimed.id(), claimed.claim()) == 1;
    }

    private void recordAttempt(Claimed claimed, DeliveryOutcome outcome, Instant startedAt, Instant now, int made) {
        String result =
                switch (outcome) {
                    case DeliveryOutcome.Delivered _ -> "DELIVERED";
                    case DeliveryOutcome.Retry _ -> "RETRY";
                    case DeliveryOutcome.Rejected _ -> "REJECTED";
                };
        database.update(
                """
                INSERT INTO delivery_attempt (delivery_id, attempt, at, millis, result, status, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                claimed.id(),
                made,
                startedAt,
                Math.toIntExact(Math.max(0, Duration.between(startedAt, now).toMillis())),
                result,
                outcome.status() == 0 ? null : outcome.status(),
                outcome.detail().isEmpty() ? null : outcome.detail());
    }

    private void recordHealth(UUID subscriptionId, DeliveryOutcome outcome, Instant now) {
        if (outcome instanceof DeliveryOutcome.Delivered) {
            database.update("""
                    UPDATE subscription_health SET failing_since = NULL
                    WHERE subscription_id = ? AND failing_since IS NOT NULL""", subscriptionId);
        } else {
            database.update("""
                    UPDATE subscription_health SET failing_since = ?
                    WHERE subscription_id = ? AND failing_since IS NULL""", now, subscriptionId);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
