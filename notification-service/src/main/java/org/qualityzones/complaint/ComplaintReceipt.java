package org.qualityzones.complaint;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What anybody who knows its id may read of a complaint: that it is there and how far it is, not what it says. */
@Schema(name = "ComplaintReceipt")
record ComplaintReceipt(UUID id, ComplaintStatus status, Instant receivedAt, Instant endedAt) {

    static ComplaintReceipt of(Complaint complaint) {
        return new ComplaintReceipt(complaint.id(), complaint.status(), complaint.receivedAt(), complaint.endedAt());
    }
}
