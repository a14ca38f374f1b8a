package org.qualityzones.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.qualityzones.channel.DeliveryOutcome;
import org.qualityzones.store.Database;
import org.qualityzones.subscription.DeadTargets;

/** Records what came of attempts: delivery, attempt and the target's health with one statement. */
@ApplicationScoped
class DeliveryWork {

    private static final String RECORD = """
            WITH mine AS (
                SELECT id FROM delivery WHERE id = ? AND claim = ? FOR UPDATE%s
            ), settled AS (
                UPDATE delivery d SET outcome = coalesce(?::text, outcome), attempts = ?,
                    available_at = coalesce(?::timestamptz, available_at),
                    finished_at = coalesce(?::timestamptz, finished_at), claim = NULL, claimed_until = NULL,
                    version = version + 1
                FROM mine WHERE d.id = mine.id
                RETURNING d.id, d.subscription_id
            ), judged AS (
                UPDATE subscription_health h SET failing_since = ?::timestamptz
                FROM settled s
                WHERE h.subscription_id = s.subscription_id AND (h.failing_since IS NULL) <> (?::timestamptz IS NULL)
            )
            INSERT INTO delivery_attempt (delivery_id, attempt, at, millis, result, status, detail)
            SELECT id, ?::integer, ?::timestamptz, ?::integer, ?::text, ?::integer, ?::text FROM settled""";

    private static final String RECORD_UNLESS_LOCKED = RECORD.formatted(" SKIP LOCKED");
    private static final String RECORD_WHEN_FREE = RECORD.formatted("");

    private final Database database;
    private final DeadTargets deadTargets;
    private final DeliveryConfig config;
    private final Clock clock;
    private final RetrySchedule schedule;

    DeliveryWork(Database database, DeadTargets deadTargets, DeliveryConfig config, Clock clock) {
        this.database = database;
        this.deadTargets = deadTargets;
        this.config = config;
        this.clock = clock;
        this.schedule = new RetrySchedule(config.schedule(), config.jitter());
    }

    /**
     * Records attempts with one transaction. It waits for no delivery's row, so that it is in nobody's way however many it
     * holds, and comes to the rows of health in the order of their keys.
     *
     * @return those recorded; of the others the claim was lost, or somebody else has the row
     */
    @Transactional
    Set<Finished> finish(List<Finished> attempts) {
        List<Finished> ordered = attempts.stream()
                .sorted(Comparator.comparing(one -> one.claimed().subscriptionId()))
                .toList();
        int[] counts = recordAttempts(RECORD_UNLESS_LOCKED, ordered);
        Set<Finished> recorded = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                recorded.add(ordered.get(i));
            }
        }
        return recorded;
    }

    /** Records one attempt; one whose claim was lost to another instance changes nothing. */
    @Transactional
    void finish(Finished attempt) {
        recordAttempts(RECORD_WHEN_FREE, List.of(attempt));
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
                        clock.instant().minus(config.disableAfter()))
                .isPresent();
    }

    private int[] recordAttempts(String sql, List<Finished> attempts) {
        return database.batch(sql, attempts.stream().map(this::parameters).toList());
    }

    private Object[] parameters(Finished attempt) {
        Claimed claimed = attempt.claimed();
        DeliveryOutcome outcome = attempt.outcome();
        Instant endedAt = attempt.endedAt().truncatedTo(ChronoUnit.MICROS);
        Optional<Instant> next = next(attempt).map(endedAt::plus);
        Outcome settled = next.isPresent() ? null : settled(outcome);
        Instant failedAt = attempt.delivered() ? null : endedAt;
        return new Object[] {
            claimed.id(),
            claimed.claim(),
            settled,
            attempt.made(),
            next.orElse(null),
            settled == null ? null : endedAt,
            failedAt,
            failedAt,
            attempt.made(),
            attempt.startedAt(),
            attempt.millis(),
            result(outcome),
            outcome.status() == 0 ? null : outcome.status(),
            outcome.detail().isEmpty() ? null : outcome.detail()
        };
    }

    /** How long until the next attempt; empty when there is none. */
    private Optional<Duration> next(Finished attempt) {
        if (!(attempt.outcome() instanceof DeliveryOutcome.Retry retry)) {
            return Optional.empty();
        }
        Optional<Duration> asked =
                retry.after().map(wish -> wish.compareTo(config.maxRetryAfter()) > 0 ? config.maxRetryAfter() : wish);
        return schedule.next(attempt.made() - attempt.claimed().roundStart(), asked, ThreadLocalRandom.current());
    }

    private static Outcome settled(DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.Delivered _ -> Outcome.DELIVERED;
            case DeliveryOutcome.Rejected _ -> Outcome.REJECTED;
            case DeliveryOutcome.Retry _ -> Outcome.EXHAUSTED;
        };
    }

    private static String result(DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.Delivered _ -> "DELIVERED";
            case DeliveryOutcome.Retry _ -> "RETRY";
            case DeliveryOutcome.Rejected _ -> "REJECTED";
        };
    }
}
