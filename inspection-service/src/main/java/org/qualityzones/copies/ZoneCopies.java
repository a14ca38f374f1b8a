package org.qualityzones.copies;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;
import org.qualityzones.messaging.StateVersions;

/** Keeps every version of every zone with its measures. */
@ApplicationScoped
class ZoneCopies implements EventConsumer {

    private final Inbox inbox;
    private final StateVersions versions;

    ZoneCopies(Inbox inbox, StateVersions versions) {
        this.inbox = inbox;
        this.versions = versions;
    }

    @Incoming("zone-facts")
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    @Override
    public String name() {
        return "zone-facts";
    }

    @Override
    public Mode mode() {
        return Mode.FACTS;
    }

    @Override
    public String topic() {
        return Topics.ZONE;
    }

    @Override
    public boolean sharesTransactions() {
        return true;
    }

    @Override
    public void on(Event event) {
        versions.append(
                event.topic(), event.key(), event.version(), event.validFrom(), event.recordedAt(), event.state());
    }
}
