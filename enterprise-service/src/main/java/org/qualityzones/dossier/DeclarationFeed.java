package org.qualityzones.dossier;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Inbox;

/** Quality files: declarations, decisions and clearance. */
@Singleton
public class DeclarationFeed extends DossierFeed {
    private static final String NAME = "dossier-declaration";

    DeclarationFeed(Inbox inbox, Dossiers dossiers) {
        super(inbox, dossiers, NAME, Topics.DECLARATION);
    }

    @Incoming(NAME)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        take(records);
    }
}
