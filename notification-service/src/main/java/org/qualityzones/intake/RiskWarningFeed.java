package org.qualityzones.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.Topics;
import org.qualityzones.feed.FeedIntake;
import org.qualityzones.messaging.Inbox;

/** Events of {@link Topics#RISK_WARNING}. */
@ApplicationScoped
class RiskWarningFeed implements FeedConsumer {

    private static final String CHANNEL = "risk-warning-feed";

    private final Inbox inbox;
    private final FeedIntake intake;

    RiskWarningFeed(Inbox inbox, FeedIntake intake) {
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
        return Topics.RISK_WARNING;
    }

    @Override
    public FeedIntake intake() {
        return intake;
    }
}
