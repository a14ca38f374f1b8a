package org.qualityzones.copies;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.factchange.FactChange;
import org.qualityzones.factchange.FactChanges;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;
import org.qualityzones.messaging.StateVersions;

/** Keeps every version of every enterprise, dated by when it held and when it was learned. */
@ApplicationScoped
class EnterpriseCopies implements EventConsumer {

    private final Inbox inbox;
    private final StateVersions versions;
    private final FactChanges changes;

    EnterpriseCopies(Inbox inbox, StateVersions versions, FactChanges changes) {
        this.inbox = inbox;
        this.versions = versions;
        this.changes = changes;
    }

    @Incoming("enterprise-facts")
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
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
        versions.append(
                event.topic(), event.key(), event.version(), event.validFrom(), event.recordedAt(), event.state());
        changes.record(FactChange.Kind.ENTERPRISE, event.key());
        EnterpriseState.Suspension suspension =
                event.state(EnterpriseState.class).suspension();
        if (suspension != null) {
            changes.recordOn(FactChange.Kind.ENTERPRISE, event.key(), suspension.from());
            changes.recordOn(FactChange.Kind.ENTERPRISE, event.key(), dayAfter(suspension.until()));
        }
    }

    private static LocalDate dayAfter(LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }
}
