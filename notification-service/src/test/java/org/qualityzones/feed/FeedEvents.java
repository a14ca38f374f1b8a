package org.qualityzones.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qualityzones.messaging.EventJson;

/** Events for tests. */
public final class FeedEvents {

    private FeedEvents() {}

    /** An event of a type about these keys. */
    public static FeedEvent about(String type, FeedKeys keys) {
        return about(type, keys, Optional.empty());
    }

    /** A notice for one owner. */
    public static FeedEvent noticeFor(String owner) {
        return about("org.qualityzones.subscription.disabled.v1", FeedKeys.NONE, Optional.of(owner));
    }

    public static FeedKeys keys(List<String> usccs, List<String> areas, List<String> hsCodes) {
        return new FeedKeys(usccs, List.of(), areas, hsCodes, Optional.empty());
    }

    /** The same event at this place. */
    public static FeedEvent at(long position, FeedEvent event) {
        return event.at(position);
    }

    private static FeedEvent about(String type, FeedKeys keys, Optional<String> audience) {
        Instant at = Instant.parse("2026-11-21T08:00:00Z");
        return new FeedEvent(1, "e", type, "t", "s", 1, at, at, null, null, keys, audience, EventJson.parse("{}"));
    }
}
