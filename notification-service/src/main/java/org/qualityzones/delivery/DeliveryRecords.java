package org.qualityzones.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;
import org.qualityzones.web.PageRequest;

/** Deliveries as they are read. */
@ApplicationScoped
class DeliveryRecords {

    private static final String SELECT =
            "SELECT d.*, f.type FROM delivery d JOIN feed f ON f.position = d.feed_position WHERE ";

    private final Database database;

    DeliveryRecords(Database database) {
        this.database = database;
    }

    Optional<DeliveryView> find(UUID id) {
        return withAttempts(database.list(SELECT + "d.id = ?", DeliveryRecords::view, id)).stream()
                .findFirst();
    }

    /**
     * One page and one row more, newest first.
     *
     * @param subscriptions ids to choose from; null = all
     */
    List<DeliveryView> list(DeliveryQuery query, List<UUID> subscriptions, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder("TRUE");
        if (subscriptions != null) {
            where.append(" AND d.subscription_id = ANY (?::uuid[])");
            parameters.add(subscriptions.stream().map(UUID::toString).toList());
        }
        if (query.outcome != null) {
            where.append(" AND d.outcome = ?");
            parameters.add(query.outcome);
        }
        if (query.subject != null) {
            where.append(" AND d.subject = ?");
            parameters.add(query.subject);
        }
        if (query.from != null) {
            where.append(" AND d.id >= ? AND d.created_at >= ?");
            parameters.add(firstIdOf(query.from));
            parameters.add(query.from);
        }
        if (page.after() != null) {
            where.append(" AND d.id < ?");
            parameters.add(page.after());
        }
        parameters.add(page.limit() + 1);
        return withAttempts(database.list(
                SELECT + where + " ORDER BY d.id DESC LIMIT ?", DeliveryRecords::view, parameters.toArray()));
    }

    /** Ids rise with time: no delivery made in this millisecond or later has a smaller one. */
    private static UUID firstIdOf(Instant from) {
        return new UUID(from.toEpochMilli() << 16, 0);
    }

    private List<DeliveryView> withAttempts(List<DeliveryView> deliveries) {
        Map<UUID, List<AttemptView>> attempts = new HashMap<>();
        database.list(
                "SELECT * FROM delivery_attempt WHERE delivery_id = ANY (?::uuid[]) ORDER BY delivery_id, attempt",
                row -> attempts.computeIfAbsent(row.uuid("delivery_id"), id -> new ArrayList<>())
                        .add(attempt(row)),
                deliveries.stream().map(delivery -> delivery.id().toString()).toList());
        return deliveries.stream()
                .map(delivery -> delivery.with(attempts.getOrDefault(delivery.id(), List.of())))
                .toList();
    }

    private static AttemptView attempt(Row row) throws SQLException {
        return new AttemptView(
                row.integerOrNull("attempt"),
                row.instant("at"),
                row.integerOrNull("millis"),
                row.text("result"),
                row.integerOrNull("status"),
                row.text("detail"));
    }

    private static DeliveryView view(Row row) throws SQLException {
        Outcome outcome = Outcome.valueOf(row.text("outcome"));
        return new DeliveryView(
                row.uuid("id"),
                row.uuid("subscription_id"),
                row.number("sequence"),
                row.text("event_id"),
                row.text("type"),
                row.text("subject"),
                row.number("feed_position"),
                outcome,
                row.instant("created_at"),
                outcome == Outcome.PENDING ? row.instant("available_at") : null,
                row.instant("finished_at"),
                List.of(),
                row.number("version"));
    }
}
