package org.qualityzones.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.FeedKeys;
import org.qualityzones.store.Database;

/**
 * Which webhooks, active or paused, an event can reach by the rows of their owners: an index of keys, so that events are
 * compared with those subscriptions only. Their filters are not part of it.
 */
@ApplicationScoped
class Reach {

    private static final String ALL = "all";
    private static final String ANY_AREA = "area";

    private static final String REACHED = """
            SELECT DISTINCT r.subscription_id
            FROM unnest(?) AS wanted (key) CROSS JOIN LATERAL (
                SELECT subscription_id FROM subscription_reach
                WHERE key = wanted.key AND subscription_id > ? ORDER BY subscription_id LIMIT ?) r
            ORDER BY r.subscription_id LIMIT ?
            """;

    private final Database database;

    Reach(Database database) {
        this.database = database;
    }

    /** Keeps the keys of a subscription as it is now, in the running transaction. */
    void keep(Subscription subscription) {
        database.update("DELETE FROM subscription_reach WHERE subscription_id = ?", subscription.id());
        List<Object[]> rows = keys(subscription).stream()
                .map(key -> new Object[] {key, subscription.id()})
                .toList();
        database.batch("INSERT INTO subscription_reach (key, subscription_id) VALUES (?, ?)", rows);
    }

    /** Ids above {@code after} that one of the events reaches, in order. */
    List<UUID> reachedBy(List<FeedEvent> events, UUID after, int limit) {
        Set<String> keys = new TreeSet<>(Set.of(ALL));
        events.forEach(event -> addKeys(event.keys(), keys));
        return database.list(REACHED, row -> row.uuid("subscription_id"), keys, after, limit, limit);
    }

    private static Set<String> keys(Subscription subscription) {
        Set<String> keys = new TreeSet<>();
        boolean served = subscription.status() == SubscriptionStatus.ACTIVE
                || subscription.status() == SubscriptionStatus.PAUSED;
        if (subscription.channel() != SubscriptionChannel.WEBHOOK || !served) {
            return keys;
        }
        Ownership rows = subscription.ownership();
        if (rows.all()) {
            keys.add(ALL);
        }
        rows.usccs().forEach(uscc -> keys.add("u:" + uscc));
        rows.areas().forEach(area -> keys.add("a:" + area));
        if (!rows.areas().isEmpty()) {
            keys.add(ANY_AREA);
        }
        return keys;
    }

    /** An event without area is every area's; 330226 lies in 33, 3302 and 330226. */
    private static void addKeys(FeedKeys event, Set<String> keys) {
        event.usccs().forEach(uscc -> keys.add("u:" + uscc));
        if (event.areas().isEmpty()) {
            keys.add(ANY_AREA);
        }
        for (String area : event.areas()) {
            for (int length = 2; length <= area.length(); length += 2) {
                keys.add("a:" + area.substring(0, length));
            }
        }
    }
}
