package org.qualityzones.intake;

import java.util.List;
import org.qualityzones.feed.FeedIntake;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.PollConsumer;

/** Takes every event of one topic into the feed, in the order of its key. */
interface FeedConsumer extends PollConsumer {

    FeedIntake intake();

    @Override
    default void on(List<Event> events) {
        intake().take(events);
    }
}
