package org.qualityzones.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.channel.Delivery;
import org.qualityzones.feed.Feed;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.FeedMessage;
import org.qualityzones.messaging.EventJson;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;
import org.qualityzones.subscription.Secrets;
import org.qualityzones.subscription.SigningSet;

/** Takes due deliveries for the length of a lease, and loads what is to be sent. */
@ApplicationScoped
class Claims {

    /** Due rows that one claim looks at. */
    static final int WINDOW = 500;

    /**
     * Deliveries are picked and then locked by their keys, as they were found: every change of a delivery raises its version
     * or sets another claim. To ask for what is due a second time would have PostgreSQL, whose statistics know next to
     * nothing of a queue that is usually empty, walk the whole queue once for each delivery picked.
     */
    static final String CLAIM = """
            WITH due AS (
                SELECT d.id, d.version, d.claim, d.available_at, s.target_key
                FROM delivery d JOIN subscription s ON s.id = d.subscription_id
                WHERE d.outcome = 'PENDING' AND d.available_at <= ?
                    AND (d.claim IS NULL OR d.claimed_until IS NULL OR d.claimed_until <= ?)
                    AND s.target_key <> ALL (?) AND s.id <> ALL (?::uuid[])
                ORDER BY d.available_at LIMIT %d
            ), ranked AS (
                SELECT due.*, coalesce(w.attempts, 0) AS in_work,
                    row_number() OVER (PARTITION BY due.target_key ORDER BY due.available_at, due.id) AS rank
                FROM due LEFT JOIN unnest(?, ?::integer[]) AS w (target_key, attempts) ON w.target_key = due.target_key
            ), picked AS (
                SELECT * FROM ranked WHERE rank <= ? - in_work ORDER BY available_at LIMIT ?
            ), locked AS (
                SELECT d.id FROM picked p
                JOIN delivery d ON d.id = p.id AND d.version = p.version AND d.claim IS NOT DISTINCT FROM p.claim
                FOR UPDATE OF d SKIP LOCKED
            )
            UPDATE delivery d SET claim = ?, claimed_until = ?
            FROM locked, subscription s
            WHERE d.id = locked.id AND s.id = d.subscription_id
            RETURNING d.id, d.claim, d.subscription_id, s.channel, s.target, s.target_key, d.feed_position,
                d.attempts, d.round_start, (SELECT count(*) FROM due) AS due""".formatted(WINDOW);

    private final Database database;
    private final Feed feed;
    private final Secrets secrets;
    private final DeliveryConfig config;
    private final Clock clock;

    Claims(Database database, Feed feed, Secrets secrets, DeliveryConfig config, Clock clock) {
        this.database = database;
        this.feed = feed;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What one claim took.
     *
     * @param cut whether more was due than one claim looks at: what it did not look at may have room
     */
    record Taken(List<Claimed> deliveries, boolean cut) {}

    /** Takes due deliveries, the longest due first; other instances skip them. */
    @Transactional
    Taken claim(InFlight.Room room) {
        boolean[] cut = {false};
        List<Claimed> deliveries = database.list(
                CLAIM,
                row -> {
                    cut[0] = row.number("due") == WINDOW;
                    return claimed(row);
                },
                parameters(room));
        return new Taken(deliveries, cut[0]);
    }

    /**
     * What is to be sent, by id of the delivery, with the secrets in force now: a secret that is rotated away before the
     * message is sent signs it still.
     */
    @Transactional
    Map<UUID, Delivery> load(List<Claimed> claimed) {
        Map<Long, FeedEvent> events = new HashMap<>();
        feed.at(claimed.stream().map(Claimed::feedPosition).distinct().toList())
                .forEach(event -> events.put(event.position(), event));
        Map<UUID, SigningSet> signing = secrets.inForce(
                claimed.stream().map(Claimed::subscriptionId).distinct().toList(), now());
        Map<Long, byte[]> bodies = new HashMap<>();
        Map<UUID, Delivery> deliveries = new HashMap<>();
        for (Claimed one : claimed) {
            FeedEvent event = events.get(one.feedPosition());
            SigningSet keys = signing.get(one.subscriptionId());
            deliveries.put(
                    one.id(),
                    new Delivery(
                            event.id(),
                            one.target(),
                            bodies.computeIfAbsent(
                                    event.position(), position -> EventJson.bytes(FeedMessage.of(event))),
                            keys.secrets(),
                            keys.privateKey(),
                            event.traceparent()));
        }
        return deliveries;
    }

    /** What {@link #CLAIM} asks for, in its order. */
    Object[] parameters(InFlight.Room room) {
        Instant now = now();
        List<String> targets = List.copyOf(room.inWork().keySet());
        return new Object[] {
            now,
            now,
            room.closed(),
            room.quiet().stream().map(UUID::toString).toList(),
            targets,
            targets.stream().map(target -> room.inWork().get(target).toString()).toList(),
            room.share(),
            room.total(),
            UUID.randomUUID(),
            now.plus(config.lease())
        };
    }

    private static Claimed claimed(Row row) throws SQLException {
        return new Claimed(
                row.uuid("id"),
                row.uuid("claim"),
                row.uuid("subscription_id"),
                row.text("channel"),
                URI.create(row.text("target")),
                row.text("target_key"),
                row.number("feed_position"),
                row.integerOrNull("attempts"),
                row.integerOrNull("round_start"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
