package org.qualityzones.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.Topics;
import org.qualityzones.feed.FeedIntake;
import org.qualityzones.messaging.Inbox;

/** Events of {@link Topics#ZONE}. */
@ApplicationScoped
class ZoneFeed extends FeedConsumer {

    private static final String CHANNEL = "zone-feed";

    ZoneFeed(Inbox inbox, FeedIntake intake) {
        super(CHANNEL, Topics.ZONE, inbox, intake);
    }

    @Incoming(CHANNEL)
    @Blocking
    void receive(ConsumerRecord<String, byte[]> record) {
        take(record);
    }
}
