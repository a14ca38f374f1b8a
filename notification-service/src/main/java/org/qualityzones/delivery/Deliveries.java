package org.qualityzones.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.store.Database;
import org.qualityzones.subscription.Subscription;
import org.qualityzones.subscription.SubscriptionStatus;
import org.qualityzones.subscription.Wanted;
import org.qualityzones.web.Ids;

/** Deliveries as they are planned, held and released. Callers hold the lock of the feed's head. */
@ApplicationScoped
class Deliveries {

    private final Database database;
    private final Ids ids;

    Deliveries(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** One delivery for each event and subscription that wants it; a subscription's sequence numbers rise in this order. */
    void plan(List<Wanted> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return;
        }
        Map<UUID, Long> sequences = nextSequences(wanted);
        List<Planned> planned = new ArrayList<>();
        for (Wanted one : wanted) {
            for (Subscription subscription : one.by()) {
                long sequence = sequences.compute(subscription.id(), (_, next) -> next + 1) - 1;
                planned.add(new Planned(ids.next(), subscription, sequence, one.event()));
            }
        }
        database.update(
                """
                INSERT INTO delivery (id, subscription_id, sequence, event_id, feed_position, subject, outcome,
                    available_at, created_at)
                SELECT d.*, ?::timestamptz, ?::timestamptz
                FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?, ?::bigint[], ?, ?) AS d""",
                now,
                now,
                texts(planned, Planned::id),
                texts(planned, one -> one.subscription().id()),
                texts(planned, Planned::sequence),
                texts(planned, one -> one.event().id()),
                texts(planned, one -> one.event().position()),
                texts(planned, one -> one.event().subject()),
                texts(planned, Planned::outcome));
    }

    /** Positions of a range for which a subscription has a delivery that is not open, with its outcome. */
    Map<Long, Outcome> outcomes(UUID subscriptionId, Collection<Long> positions) {
        Map<Long, Outcome> outcomes = new HashMap<>();
        database.list(
                        """
                        SELECT feed_position, outcome FROM delivery
                        WHERE subscription_id = ? AND feed_position = ANY (?::bigint[])""",
                        row -> Map.entry(row.number("feed_position"), Outcome.valueOf(row.text("outcome"))),
                        subscriptionId,
                        texts(positions, Function.identity()))
                .forEach(entry -> outcomes.put(entry.getKey(), entry.getValue()));
        return outcomes;
    }

    /** Starts a new round of attempts for closed deliveries of these positions. */
    void reopen(UUID subscriptionId, Collection<Long> positions, Outcome to, Instant now) {
        database.update("""
                UPDATE delivery SET outcome = ?, round_start = attempts, available_at = ?, finished_at = NULL,
                    claim = NULL, version = version + 1
                WHERE subscription_id = ? AND feed_position = ANY (?::bigint[])
                    AND outcome NOT IN ('PENDING', 'HELD')""", to, now, subscriptionId, texts(positions, Function.identity()));
    }

    void hold(UUID subscriptionId) {
        database.update("""
                UPDATE delivery SET outcome = 'HELD', version = version + 1
                WHERE subscription_id = ? AND outcome = 'PENDING'""", subscriptionId);
    }

    void release(UUID subscriptionId, Instant now) {
        database.update("""
                UPDATE delivery SET outcome = 'PENDING', available_at = GREATEST(available_at, ?),
                    version = version + 1
                WHERE subscription_id = ? AND outcome = 'HELD'""", now, subscriptionId);
        database.update(
                "UPDATE subscription_health SET failing_since = NULL WHERE subscription_id = ?", subscriptionId);
    }

    void cancel(UUID subscriptionId, Instant now) {
        database.update("""
                UPDATE delivery SET outcome = 'CANCELLED', finished_at = ?, version = version + 1
                WHERE subscription_id = ? AND outcome IN ('PENDING', 'HELD')""", now, subscriptionId);
    }

    /** The first of the numbers that each subscription gets. */
    private Map<UUID, Long> nextSequences(List<Wanted> wanted) {
        Map<UUID, Long> counts = new TreeMap<>();
        wanted.forEach(one -> one.by().forEach(subscription -> counts.merge(subscription.id(), 1L, Long::sum)));
        Map<UUID, Long> sequences = new HashMap<>();
        database.list(
                        """
                        UPDATE subscription_sequence s SET last = s.last + n.count
                        FROM unnest(?::uuid[], ?::bigint[]) AS n (subscription_id, count)
                        WHERE s.subscription_id = n.subscription_id
                        RETURNING s.subscription_id, s.last - n.count + 1 AS first""",
                        row -> Map.entry(row.uuid("subscription_id"), row.number("first")),
                        texts(counts.keySet(), Function.identity()),
                        texts(counts.values(), Function.identity()))
                .forEach(entry -> sequences.put(entry.getKey(), entry.getValue()));
        return sequences;
    }

    private static <T> List<String> texts(Collection<T> rows, Function<T, ?> column) {
        return rows.stream().map(column).map(String::valueOf).toList();
    }

    private record Planned(UUID id, Subscription subscription, long sequence, FeedEvent event) {

        Outcome outcome() {
            return subscription.status() == SubscriptionStatus.PAUSED ? Outcome.HELD : Outcome.PENDING;
        }
    }
}
