package org.qualityzones.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.FeedRows;
import org.qualityzones.messaging.EventJson;

/** One subscriber's wish to be told of certain events at one target. */
@Entity
public class Subscription {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private SubscriptionChannel channel;

    private String target;

    @Column(name = "target_key")
    private String targetKey;

    @Enumerated(EnumType.STRING)
    private SubscriptionStatus status;

    private String filter;

    @Column(name = "owner_key")
    private String ownerKey;

    @Column(name = "owner_role")
    private String ownerRole;

    @Column(name = "scope_all")
    private boolean scopeAll;

    @Column(name = "scope_usccs")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> scopeUsccs;

    @Column(name = "scope_areas")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> scopeAreas;

    @Column(name = "start_position")
    private long startPosition;

    @Column(name = "disabled_reason")
    private String disabledReason;

    @Column(name = "disabled_at")
    private Instant disabledAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Subscription() {}

    /** A new one that gets what follows a feed position. */
    Subscription(
            UUID id,
            SubscriptionChannel channel,
            Destination destination,
            SubscriptionFilter filter,
            Ownership owner,
            long startPosition,
            Instant now) {
        this.id = id;
        this.channel = channel;
        this.status = SubscriptionStatus.ACTIVE;
        this.startPosition = startPosition;
        this.createdAt = now;
        this.ownerKey = owner.key();
        point(destination, filter, owner, now);
    }

    /** Sends other events, or elsewhere, with the rows of whoever says so. */
    void replace(Destination destination, SubscriptionFilter newFilter, Ownership rows, Instant now) {
        point(destination, newFilter, rows, now);
    }

    void become(SubscriptionStatus newStatus, String reason, Instant now) {
        status = newStatus;
        updatedAt = now;
        boolean disabled = newStatus == SubscriptionStatus.DISABLED;
        disabledReason = disabled ? reason : null;
        disabledAt = disabled ? now : null;
    }

    private void point(Destination destination, SubscriptionFilter newFilter, Ownership rows, Instant now) {
        target = destination.target();
        targetKey = destination.key();
        filter = EventJson.tree(newFilter).toString();
        ownerRole = rows.role();
        scopeAll = rows.all();
        scopeUsccs = rows.usccs();
        scopeAreas = rows.areas();
        updatedAt = now;
    }

    /** Whether an event is to be sent: it is in the owner's rows and passes the filter. Read once for many events. */
    public Predicate<FeedEvent> wish() {
        FeedRows rows = ownership().rows();
        SubscriptionFilter wanted = filter();
        return event -> rows.sees(event) && wanted.matches(event);
    }

    Ownership ownership() {
        return new Ownership(ownerKey, ownerRole, scopeAll, scopeUsccs, scopeAreas);
    }

    SubscriptionFilter filter() {
        return EventJson.read(EventJson.parse(filter), SubscriptionFilter.class);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public SubscriptionChannel channel() {
        return channel;
    }

    public SubscriptionStatus status() {
        return status;
    }

    /** Empty for a channel that the subscriber reads. */
    public Optional<URI> target() {
        return Optional.ofNullable(target).map(URI::create);
    }

    /** What bounds concurrency at the target. */
    public String targetKey() {
        return targetKey;
    }

    public String ownerKey() {
        return ownerKey;
    }

    /** The feed position at its making: what follows is sent. */
    public long startPosition() {
        return startPosition;
    }

    String disabledReason() {
        return disabledReason;
    }

    Instant disabledAt() {
        return disabledAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subscription that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
