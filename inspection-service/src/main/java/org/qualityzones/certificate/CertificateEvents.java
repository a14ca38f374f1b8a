package org.qualityzones.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.qualityzones.contracts.AnnualReportFiled;
import org.qualityzones.contracts.CertificateIssued;
import org.qualityzones.contracts.CertificateReminder;
import org.qualityzones.contracts.CertificateState;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.messaging.StateVersions;

/** Tells what became of certificates and keeps every version of them. */
@ApplicationScoped
class CertificateEvents {

    private static final String OF_CERTIFICATE = "CERTIFICATE";

    private final Outbox outbox;
    private final StateVersions versions;

    CertificateEvents(Outbox outbox, StateVersions versions) {
        this.outbox = outbox;
        this.versions = versions;
    }

    /** @param inForce from when it holds, which for an imported one lies in the past */
    void issued(Certificate certificate, Instant inForce, Instant now) {
        String origin = certificate.applicationId() == null ? "IMPORT" : "APPROVAL";
        append(certificate, EventTypes.CERTIFICATE_ISSUED, inForce, now, new CertificateIssued(origin));
    }

    /** @param inForce from when the new status holds */
    void changed(
            Certificate certificate,
            String action,
            CertificateStatus from,
            String reason,
            Instant inForce,
            Instant now) {
        var change = new StatusChanged(action, from.name(), certificate.status().name(), reason);
        append(certificate, EventTypes.CERTIFICATE_STATUS_CHANGED, inForce, now, change);
    }

    void reported(Certificate certificate, AnnualReportFiled report, Instant now) {
        append(certificate, EventTypes.CERTIFICATE_REPORT_FILED, now, now, report);
    }

    void reminded(Certificate certificate, Reminder reminder, Instant now) {
        var change = new CertificateReminder(reminder.what(), reminder.dueOn());
        append(certificate, EventTypes.CERTIFICATE_REMINDER_DUE, now, now, change);
    }

    static CertificateState state(Certificate certificate) {
        return new CertificateState(
                OF_CERTIFICATE,
                certificate.id().toString(),
                certificate.number(),
                certificate.uscc(),
                certificate.area(),
                certificate.product(),
                certificate.hsPrefixes(),
                certificate.standard(),
                certificate.status().name(),
                certificate.validFrom(),
                certificate.validUntil(),
                certificate.rectifyBy(),
                null,
                certificate.revokedAt(),
                text(certificate.applicationId()),
                certificate.renews(),
                certificate.provenance(),
                certificate.source(),
                certificate.issuedAt(),
                certificate.version());
    }

    private void append(Certificate certificate, String type, Instant inForce, Instant now, Object change) {
        CertificateState state = state(certificate);
        versions.append(Topics.CERTIFICATE, certificate.number(), certificate.version(), inForce, now, state);
        outbox.append(new EventDraft(
                Topics.CERTIFICATE, certificate.number(), type, certificate.version(), inForce, now, change, state));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
