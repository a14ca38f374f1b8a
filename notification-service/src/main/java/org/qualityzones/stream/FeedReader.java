package org.qualityzones.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.qualityzones.feed.Feed;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.FeedMessage;
import org.qualityzones.feed.FeedRows;
import org.qualityzones.subscription.SubscriptionAccess;
import org.qualityzones.web.Caller;

/** Reads the feed in bounded steps. */
@ApplicationScoped
class FeedReader {

    private static final int STEP = 1_000;
    private static final int STEPS = 20;

    private final Feed feed;
    private final SubscriptionAccess access;
    private final Caller caller;

    FeedReader(Feed feed, SubscriptionAccess access, Caller caller) {
        this.feed = feed;
        this.access = access;
        this.caller = caller;
    }

    /** What the caller may see, and of a subscription only what it wants; 404 when that may not be read. */
    @Transactional
    Predicate<FeedEvent> visible(UUID subscriptionId) {
        FeedRows rows = FeedRows.of(caller);
        return subscriptionId == null
                ? rows::sees
                : ((Predicate<FeedEvent>) rows::sees)
                        .and(access.readable(subscriptionId).wish());
    }

    @Transactional
    long head() {
        return feed.head();
    }

    /** At most {@code limit} events after a position, from the next 20,000 positions, whether they hold events or not. */
    @Transactional
    FeedPage page(long after, int limit, Predicate<FeedEvent> visible) {
        long head = feed.head();
        long last = after;
        List<FeedMessage> items = new ArrayList<>();
        for (int step = 0; step < STEPS && last < head && items.size() < limit; step++) {
            long passed = Math.min(head, last + STEP);
            for (FeedEvent event : feed.range(last, passed)) {
                if (visible.test(event)) {
                    items.add(FeedMessage.of(event));
                }
                if (items.size() == limit) {
                    passed = event.position();
                    break;
                }
            }
            last = passed;
        }
        return new FeedPage(items, last, Math.max(head, last));
    }
}
