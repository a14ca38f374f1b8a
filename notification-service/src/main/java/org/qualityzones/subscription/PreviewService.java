package org.qualityzones.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.feed.Feed;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.FeedMessage;

/** Tries a filter on the newest events of the feed, before anyone subscribes. */
@ApplicationScoped
class PreviewService {

    private static final int SCANNED = 1_000;
    private static final int SHOWN = 20;

    private final SubscriptionAccess access;
    private final Feed feed;

    PreviewService(SubscriptionAccess access, Feed feed) {
        this.access = access;
        this.feed = feed;
    }

    /**
     * What the filter would have sent.
     *
     * @param scanned newest events that were looked at
     * @param matched how many of them match
     * @param items the newest that match
     */
    @Schema(name = "SubscriptionPreview")
    record Preview(int scanned, int matched, List<FeedMessage> items) {}

    @Transactional
    Preview preview(SubscriptionFilter filter) {
        Ownership owner = access.ownerOf(filter);
        long head = feed.head();
        List<FeedEvent> scanned = feed.range(Math.max(0, head - SCANNED), head);
        List<FeedEvent> matched = scanned.stream()
                .filter(event -> owner.rows().sees(event) && filter.matches(event))
                .toList();
        List<FeedMessage> shown =
                matched.reversed().stream().limit(SHOWN).map(FeedMessage::of).toList();
        return new Preview(scanned.size(), matched.size(), shown);
    }
}
