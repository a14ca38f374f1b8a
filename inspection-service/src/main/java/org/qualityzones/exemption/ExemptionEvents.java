package org.qualityzones.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.qualityzones.contracts.CertificateState;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.ExemptionApplied;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;

/** Tells what became of applications. */
@ApplicationScoped
class ExemptionEvents {

    private static final String OF_APPLICATION = "APPLICATION";

    private final Outbox outbox;

    ExemptionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void filed(ExemptionApplication application, Instant now) {
        append(
                application,
                EventTypes.EXEMPTION_APPLICATION_FILED,
                now,
                new ExemptionApplied(application.hsPrefixes(), application.renews()));
    }

    void changed(ExemptionApplication application, String action, ApplicationStatus from, Instant now) {
        append(
                application,
                EventTypes.EXEMPTION_APPLICATION_STATUS_CHANGED,
                now,
                new StatusChanged(action, from.name(), application.status().name(), application.reason()));
    }

    private void append(ExemptionApplication application, String type, Instant now, Object change) {
        String id = application.id().toString();
        CertificateState state = new CertificateState(
                OF_APPLICATION,
                id,
                application.certificate(),
                application.uscc(),
                application.area(),
                application.product(),
                application.hsPrefixes(),
                application.standard(),
                application.status().name(),
                null,
                null,
                null,
                application.dueOn(),
                null,
                id,
                application.renews(),
                null,
                null,
                application.appliedAt(),
                application.version());
        outbox.append(new EventDraft(Topics.CERTIFICATE, id, type, application.version(), now, now, change, state));
    }
}
