package org.qualityzones.dossier;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;

/** Enters the events of one topic into the quality files of the enterprises that they concern. */
abstract class DossierFeed implements EventConsumer {
    private final Inbox inbox;
    private final Dossiers dossiers;
    private final String name;
    private final String topic;

    DossierFeed(Inbox inbox, Dossiers dossiers, String name, String topic) {
        this.inbox = inbox;
        this.dossiers = dossiers;
        this.name = name;
        this.topic = topic;
    }

    final void take(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
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
    public boolean sharesTransactions() {
        return true;
    }

    @Override
    public void on(Event event) {
        Concerned.by(event)
                .forEach((uscc, parts) ->
                        dossiers.persist(new DossierEntry(uscc, String.join(" ", parts), event, Summary.of(event))));
    }
}
