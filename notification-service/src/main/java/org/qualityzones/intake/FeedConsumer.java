package org.qualityzones.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.qualityzones.feed.FeedIntake;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;

/** Takes every event of one topic into the feed, in the order of its key. */
abstract class FeedConsumer implements EventConsumer {

    private final String name;
    private final String topic;
    private final Inbox inbox;
    private final FeedIntake intake;

    FeedConsumer(String name, String topic, Inbox inbox, FeedIntake intake) {
        this.name = name;
        this.topic = topic;
        this.inbox = inbox;
        this.intake = intake;
    }

    final void take(ConsumerRecord<String, byte[]> record) {
        inbox.receive(this, record);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Mode mode() {
        return Mode.ACTING;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public void on(Event event) {
        intake.take(event);
    }
}
