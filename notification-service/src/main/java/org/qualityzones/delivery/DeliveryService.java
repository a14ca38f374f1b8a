package org.qualityzones.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.qualityzones.feed.Feed;
import org.qualityzones.subscription.Subscription;
import org.qualityzones.subscription.SubscriptionAccess;
import org.qualityzones.subscription.SubscriptionStatus;
import org.qualityzones.subscription.Subscriptions;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Reads deliveries and sends one again. */
@ApplicationScoped
class DeliveryService {

    /** An owner has at most 100, and few persons share one row. */
    private static final int MAX_SUBSCRIPTIONS = 10_000;

    private final DeliveryRecords records;
    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final SubscriptionAccess access;
    private final Feed feed;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    DeliveryService(
            DeliveryRecords records,
            Deliveries deliveries,
            Subscriptions subscriptions,
            SubscriptionAccess access,
            Feed feed,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.access = access;
        this.feed = feed;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Answer get(UUID id) {
        DeliveryView delivery = readable(id);
        return Answer.ok(delivery.version(), delivery);
    }

    @Transactional
    Page<DeliveryView> list(DeliveryQuery query, PageRequest page) {
        return Page.of(records.list(query, chosen(query), page), page, DeliveryView::id);
    }

    /** The subscription of a delivery, if the caller may send it again. */
    void requireManageable(UUID id) {
        access.manageable(readable(id).subscription());
    }

    /** Starts a new round of attempts, under the same message id. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer redeliver(UUID id) {
        DeliveryView delivery = readable(id);
        Subscription subscription = access.manageable(delivery.subscription());
        feed.lockHead();
        if (subscription.status() == SubscriptionStatus.DISABLED) {
            throw Problem.of(CommonProblem.ILLEGAL_TRANSITION, "The subscription is disabled; resume it first");
        }
        if (delivery.outcome() == Outcome.PENDING || delivery.outcome() == Outcome.HELD) {
            throw Problem.of(CommonProblem.ILLEGAL_TRANSITION, "The delivery is still to be made");
        }
        Outcome to = subscription.status() == SubscriptionStatus.PAUSED ? Outcome.HELD : Outcome.PENDING;
        deliveries.reopen(subscription.id(), List.of(delivery.feedPosition()), to, now());
        audit.record("delivery.redeliver", id.toString(), null);
        DeliveryView reopened = records.find(id).orElseThrow();
        return Answer.ok(reopened.version(), reopened);
    }

    private DeliveryView readable(UUID id) {
        DeliveryView delivery = records.find(id).orElseThrow(() -> Problems.notFound("delivery", id));
        access.readable(delivery.subscription());
        return delivery;
    }

    private List<UUID> chosen(DeliveryQuery query) {
        if (query.subscription != null) {
            return List.of(access.readable(query.subscription).id());
        }
        return caller.isAny(Roles.AUTHORITY, Roles.AUDITOR)
                ? null
                : subscriptions.visibleIds(caller, null, MAX_SUBSCRIPTIONS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
