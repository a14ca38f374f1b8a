package org.qualityzones.member;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;
import org.qualityzones.messaging.StateVersion;
import org.qualityzones.messaging.StateVersions;

/** This service's copy of what enterprises are, kept from their events. */
@ApplicationScoped
public class EnterpriseFacts implements EventConsumer {
    private static final String KIND = "enterprise";

    private final Inbox inbox;
    private final StateVersions versions;

    EnterpriseFacts(Inbox inbox, StateVersions versions) {
        this.inbox = inbox;
        this.versions = versions;
    }

    /** Takes in events of the topic. */
    @Incoming("enterprise-facts")
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    /** The enterprise as last told, empty where nothing has arrived. */
    Optional<EnterpriseState> latest(String uscc) {
        return versions.latest(KIND, uscc).map((StateVersion version) -> version.state(EnterpriseState.class));
    }

    @Override
    public String name() {
        return "enterprise-facts";
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
    public boolean sharesTransactions() {
        return true;
    }

    @Override
    public void on(Event event) {
        versions.append(KIND, event.key(), event.version(), event.validFrom(), event.recordedAt(), event.state());
    }
}
