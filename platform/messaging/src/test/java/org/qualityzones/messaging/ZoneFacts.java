package org.qualityzones.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.Topics;

/** Keeps copies, as a service does. */
@ApplicationScoped
class ZoneFacts implements EventConsumer {

    static final String NAME = "zone-facts";

    private final Inbox inbox;
    private final Effects effects;
    private final StateVersions versions;

    ZoneFacts(Inbox inbox, Effects effects, StateVersions versions) {
        this.inbox = inbox;
        this.effects = effects;
        this.versions = versions;
    }

    @Incoming(NAME)
    @Blocking
    public void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(this, record);
    }

    @Override
    public String name() {
        return NAME;
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
    public void on(Event event) {
        versions.append("zone", event.key(), event.version(), event.validFrom(), event.recordedAt(), event.state());
        effects.apply(NAME, event);
    }
}
