package org.qualityzones.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.qualityzones.feed.FeedAppended;
import org.qualityzones.subscription.SubscriptionStatusChanged;
import org.qualityzones.subscription.Subscriptions;
import org.qualityzones.subscription.Wanted;

/** Records which deliveries events ask for, in the transaction that takes the events in. */
@ApplicationScoped
class DeliveryPlanner {

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Event<DeliveriesPlanned> planned;
    private final Clock clock;

    DeliveryPlanner(Subscriptions subscriptions, Deliveries deliveries, Event<DeliveriesPlanned> planned, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.planned = planned;
        this.clock = clock;
    }

    void onAppended(@Observes FeedAppended appended) {
        List<Wanted> wanted = subscriptions.wanting(appended.events());
        if (!wanted.isEmpty()) {
            deliveries.plan(wanted, now());
            planned.fire(new DeliveriesPlanned());
        }
    }

    void onStatusChanged(@Observes SubscriptionStatusChanged change) {
        switch (change.to()) {
            case ACTIVE -> deliveries.release(change.subscriptionId(), now());
            case PAUSED -> deliveries.hold(change.subscriptionId());
            case DISABLED, DELETED -> deliveries.cancel(change.subscriptionId(), now());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
