package org.qualityzones.dossier;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.PollConsumer;

/** Enters the events of one topic into the quality files of the enterprises that they concern. */
abstract class DossierFeed implements PollConsumer {
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
    public String topic() {
        return topic;
    }

    @Override
    public void on(List<Event> events) {
        dossiers.insert(events.stream().flatMap(DossierFeed::entries).toList());
    }

    private static Stream<DossierEntry> entries(Event event) {
        Map<String, Object> summary = Summary.of(event);
        return Concerned.by(event).entrySet().stream()
                .map(part -> new DossierEntry(part.getKey(), String.join(" ", part.getValue()), event, summary));
    }
}
