package org.qualityzones.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A complaint as the offices that deal with it see it.
 *
 * @param contact only in the answer for one complaint, null in lists and once it has ended
 */
@Schema(name = "Complaint")
record ComplaintView(
        UUID id,
        ComplaintStatus status,
        String text,
        String uscc,
        String areaCode,
        String product,
        String lotNo,
        ComplaintCommands.Contact contact,
        String answer,
        Instant receivedAt,
        Instant endedAt,
        long version) {

    static ComplaintView of(Complaint complaint, ComplaintCommands.Contact contact) {
        return new ComplaintView(
                complaint.id(),
                complaint.status(),
                complaint.text(),
                complaint.uscc(),
                complaint.areaCode(),
                complaint.product(),
                complaint.lotNo(),
                contact,
                complaint.answer(),
                complaint.receivedAt(),
                complaint.endedAt(),
                complaint.version());
    }

    /** A page of them, newest first. */
    @Schema(name = "ComplaintPage")
    record Items(List<ComplaintView> items, String nextCursor) {}
}
