package org.qualityzones.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.Topics;

/** Acts on events, as a dispatcher does. */
@ApplicationScoped
class DeclarationActs implements EventConsumer {

    static final String NAME = "declaration-acts";

    private final Inbox inbox;
    private final Effects effects;

    DeclarationActs(Inbox inbox, Effects effects) {
        this.inbox = inbox;
        this.effects = effects;
    }

    @Incoming(NAME)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Mode mode() {
        return Mode.ACTING;
    }

    @Override
    public String topic() {
        return Topics.DECLARATION;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventTypes.DECLARATION_DECIDED, EventTypes.DECLARATION_AMENDED);
    }

    @Override
    public boolean sharesTransactions() {
        return true;
    }

    @Override
    public void on(Event event) {
        effects.apply(NAME, event);
    }
}
