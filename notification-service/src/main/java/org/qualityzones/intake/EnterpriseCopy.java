package org.qualityzones.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;
import org.qualityzones.messaging.StateVersions;

/** Keeps a copy of every enterprise as its owner tells it. */
@ApplicationScoped
class EnterpriseCopy implements EventConsumer {

    private static final String CHANNEL = "enterprise-copy";
    private static final String KIND = "enterprise";

    private final Inbox inbox;
    private final StateVersions copies;

    EnterpriseCopy(Inbox inbox, StateVersions copies) {
        this.inbox = inbox;
        this.copies = copies;
    }

    @Incoming(CHANNEL)
    @Blocking
    void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(this, record);
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public Mode mode() {
        return Mode.FACTS;
    }

    @Override
    public String topic() {
        return Topics.ENTERPRISE;
    }

    @Override
    public void on(Event event) {
        copies.append(KIND, event.key(), event.version(), event.validFrom(), event.recordedAt(), event.state());
    }
}
