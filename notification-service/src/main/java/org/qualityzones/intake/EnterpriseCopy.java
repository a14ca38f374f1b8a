package org.qualityzones.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.alert.ProductWatch;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;
import org.qualityzones.messaging.StateVersions;

/** Keeps a copy of every enterprise as its owner tells it, and looks for alerts about its products. */
@ApplicationScoped
class EnterpriseCopy implements EventConsumer {

    private static final String CHANNEL = "enterprise-copy";
    private static final String KIND = "enterprise";

    private final Inbox inbox;
    private final StateVersions copies;
    private final ProductWatch products;

    EnterpriseCopy(Inbox inbox, StateVersions copies, ProductWatch products) {
        this.inbox = inbox;
        this.copies = copies;
        this.products = products;
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
        products.learn(event.state(EnterpriseState.class), event.recordedAt());
    }
}
