package org.qualityzones.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.store.Database;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Roles;

/** All subscriptions that are not deleted. */
@ApplicationScoped
public class Subscriptions implements PanacheRepositoryBase<Subscription, UUID> {

    /** How many subscriptions that may want an event are looked at together. */
    private static final int CHUNK = 500;

    private static final String VISIBLE = """
             AND (? OR owner_key = ?
                OR (owner_role = 'enterprise' AND scope_usccs <> '{}' AND scope_usccs <@ ?)
                OR (owner_role = ANY (?) AND scope_areas <> '{}' AND NOT EXISTS (
                    SELECT 1 FROM unnest(scope_areas) AS area
                    WHERE NOT EXISTS (SELECT 1 FROM unnest(?) AS mine WHERE starts_with(area, mine)))))""";

    private final Database database;
    private final Reach reach;

    Subscriptions(Database database, Reach reach) {
        this.database = database;
        this.reach = reach;
    }

    /** One that is there. */
    public Optional<Subscription> present(UUID id) {
        return findByIdOptional(id).filter(subscription -> subscription.status() != SubscriptionStatus.DELETED);
    }

    void insert(Subscription subscription) {
        persistAndFlush(subscription);
        database.update("INSERT INTO subscription_sequence (subscription_id, last) VALUES (?, 0)", subscription.id());
        database.update("INSERT INTO subscription_health (subscription_id) VALUES (?)", subscription.id());
        reach.keep(subscription);
    }

    /** Writes what has become of one, so that the next event finds it so. */
    void write(Subscription changed) {
        flush();
        reach.keep(changed);
    }

    long countOf(String ownerKey) {
        return count("ownerKey = ?1 and status <> ?2", ownerKey, SubscriptionStatus.DELETED);
    }

    /** Ids the caller may read, newest first, below {@code after} where that is not null. */
    public List<UUID> visibleIds(Caller caller, UUID after, int limit) {
        List<String> areaRoles = new ArrayList<>(List.of(Roles.BUREAU, Roles.LOCAL_GOVERNMENT));
        areaRoles.removeIf(role -> !caller.is(role));
        return database.list(
                "SELECT id FROM subscription WHERE status <> 'DELETED' AND (?::uuid IS NULL OR id < ?)" + VISIBLE
                        + " ORDER BY id DESC LIMIT ?",
                row -> row.uuid("id"),
                after,
                after,
                caller.isAny(Roles.AUTHORITY, Roles.AUDITOR),
                caller.key(),
                caller.is(Roles.ENTERPRISE) ? caller.usccs() : List.of(),
                areaRoles,
                caller.areas(),
                limit);
    }

    List<Subscription> newestFirst(List<UUID> ids) {
        return list("id in ?1 order by id desc", ids);
    }

    /**
     * Which of these events webhook subscriptions, active or paused, want, in the order of the feed; call under the lock of
     * the feed's head.
     */
    public List<Wanted> wanting(List<FeedEvent> events) {
        List<FeedEvent> told =
                events.stream().filter(event -> event.audience().isPresent()).toList();
        List<FeedEvent> shown =
                events.stream().filter(event -> event.audience().isEmpty()).toList();
        return Stream.concat(
                        wanting(told, after -> ownedByAudience(told, after)),
                        wanting(shown, after -> reach.reachedBy(shown, after, CHUNK)))
                .sorted(Comparator.comparingLong(wanted -> wanted.event().position()))
                .toList();
    }

    private Stream<Wanted> wanting(List<FeedEvent> events, Function<UUID, List<UUID>> candidatesAfter) {
        if (events.isEmpty()) {
            return Stream.empty();
        }
        List<Wanted> wanted = events.stream()
                .map(event -> new Wanted(event, new ArrayList<>()))
                .toList();
        List<UUID> candidates = candidatesAfter.apply(new UUID(0, 0));
        while (!candidates.isEmpty()) {
            for (Subscription subscription : list("id in ?1 order by id", candidates)) {
                Predicate<FeedEvent> wish = subscription.wish();
                wanted.stream().filter(one -> wish.test(one.event())).forEach(one -> one.by()
                        .add(subscription));
            }
            candidates = candidates.size() < CHUNK ? List.of() : candidatesAfter.apply(candidates.getLast());
        }
        return wanted.stream().filter(one -> !one.by().isEmpty());
    }

    private List<UUID> ownedByAudience(List<FeedEvent> told, UUID after) {
        return database.list(
                """
                SELECT id FROM subscription WHERE id > ? AND channel = 'WEBHOOK' AND status IN ('ACTIVE', 'PAUSED')
                    AND owner_key = ANY (?) ORDER BY id LIMIT ?""",
                row -> row.uuid("id"),
                after,
                told.stream().map(event -> event.audience().orElseThrow()).collect(Collectors.toSet()),
                CHUNK);
    }
}
