package org.qualityzones.dossier;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Inbox;

/** Quality files: investigations. */
@Singleton
public class InvestigationFeed extends DossierFeed {
    private static final String NAME = "dossier-investigation";

    InvestigationFeed(Inbox inbox, Dossiers dossiers) {
        super(inbox, dossiers, NAME, Topics.INVESTIGATION);
    }

    @Incoming(NAME)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        take(records);
    }
}
