package org.qualityzones.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.store.Database;
import org.qualityzones.subscription.Subscription;
import org.qualityzones.subscription.SubscriptionStatus;
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

    /** One delivery of an event for each subscription, with the subscription's next sequence number. */
    void plan(FeedEvent event, List<Subscription> wanting, Instant now) {
        Map<UUID, Long> sequences =
                nextSequences(wanting.stream().map(Subscription::id).toList());
        List<Object[]> rows = new ArrayList<>();
        for (Subscription subscription : wanting) {
            Outcome outcome = subscription.status() == SubscriptionStatus.PAUSED ? Outcome.HELD : Outcome.PENDING;
            rows.add(new Object[] {
                ids.next(),
                subscription.id(),
                sequences.get(subscription.id()),
                event.id(),
                event.position(),
                event.subject(),
                outcome,
                now,
                now
            });
        }
        database.batch("""
                INSERT INTO delivery (id, subscription_id, sequence, event_id, feed_position, subject, outcome,
                    available_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
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
                        texts(positions))
                .forEach(entry -> outcomes.put(entry.getKey(), entry.getValue()));
        return outcomes;
    }

    /** Starts a new round of attempts for closed deliveries of these positions. */
    void reopen(UUID subscriptionId, Collection<Long> positions, Outcome to, Instant now) {
        database.update("""
                UPDATE delivery SET outcome = ?, round_start = attempts, available_at = ?, finished_at = NULL,
                    claim = NULL, version = version + 1
                WHERE subscription_id = ? AND feed_position = ANY (?::bigint[])
                    AND outcome NOT IN ('PENDING', 'HELD')""", to, now, subscriptionId, texts(positions));
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

    private Map<UUID, Long> nextSequences(List<UUID> subscriptionIds) {
        Map<UUID, Long> sequences = new HashMap<>();
        database.list(
                        """
                        UPDATE subscription_sequence SET last = last + 1 WHERE subscription_id = ANY (?::uuid[])
                        RETURNING subscription_id, last""",
                        row -> Map.entry(row.uuid("subscription_id"), row.number("last")),
                        subscriptionIds.stream().map(UUID::toString).toList())
                .forEach(entry -> sequences.put(entry.getKey(), entry.getValue()));
        return sequences;
    }

    private static List<String> texts(Collection<Long> positions) {
        return positions.stream().map(String::valueOf).toList();
    }
}
