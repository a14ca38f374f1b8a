package org.qualityzones.dossier;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Inbox;

/** Quality files: measures of zones that name the enterprise. */
@Singleton
public class ZoneFeed extends DossierFeed {
    private static final String NAME = "dossier-zone";

    ZoneFeed(Inbox inbox, Dossiers dossiers) {
        super(inbox, dossiers, NAME, Topics.ZONE);
    }

    @Incoming(NAME)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        take(records);
    }
}
