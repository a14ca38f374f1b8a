package org.qualityzones.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.Topics;
import org.qualityzones.feed.FeedIntake;
import org.qualityzones.messaging.Inbox;

/** Events of {@link Topics#INVESTIGATION}. */
@ApplicationScoped
class InvestigationFeed implements FeedConsumer {

    private static final String CHANNEL = "investigation-feed";

    private final Inbox inbox;
    private final FeedIntake intake;

    InvestigationFeed(Inbox inbox, FeedIntake intake) {
        this.inbox = inbox;
        this.intake = intake;
    }

    @Incoming(CHANNEL)
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public String topic() {
        return Topics.INVESTIGATION;
    }

    @Override
    public FeedIntake intake() {
        return intake;
    }
}
