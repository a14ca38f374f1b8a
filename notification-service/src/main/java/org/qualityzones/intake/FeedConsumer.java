package org.qualityzones.intake;

import org.qualityzones.feed.FeedIntake;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Mode;

/** Takes every event of one topic into the feed, in the order of its key. */
interface FeedConsumer extends EventConsumer {

    FeedIntake intake();

    @Override
    default Mode mode() {
        return Mode.ACTING;
    }

    @Override
    default boolean sharesTransactions() {
        return true;
    }

    @Override
    default void on(Event event) {
        intake().take(event);
    }
}
