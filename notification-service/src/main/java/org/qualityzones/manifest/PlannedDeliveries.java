package org.qualityzones.manifest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qualityzones.store.Database;

/** The deliveries of a subscription by the time of their planning. */
@ApplicationScoped
class PlannedDeliveries {

    private final Database database;

    PlannedDeliveries(Database database) {
        this.database = database;
    }

    /** One delivery. */
    record Planned(long sequence, String eventId) {}

    /** In order of sequence, {@code after} excluded; planned at {@code from} or later and before {@code to}. */
    List<Planned> between(UUID subscriptionId, Instant from, Instant to, long after, int limit) {
        return database.list(
                """
                SELECT sequence, event_id FROM delivery
                WHERE subscription_id = ? AND sequence > ? AND created_at >= ? AND created_at < ?
                    AND sequence >= (SELECT min(sequence) FROM delivery
                        WHERE subscription_id = ? AND created_at >= ? AND created_at < ?)
                ORDER BY sequence LIMIT ?""",
                row -> new Planned(row.number("sequence"), row.text("event_id")),
                subscriptionId,
                after,
                from,
                to,
                subscriptionId,
                from,
                to,
                limit);
    }
}
