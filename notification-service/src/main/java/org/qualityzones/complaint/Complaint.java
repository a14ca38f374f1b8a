package org.qualityzones.complaint;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored complaint.
 *
 * @param uscc the enterprise it is about, null where not said
 * @param areaCode where it belongs to, null where nothing tells it: then it is the national authority's
 * @param contact sealed, null where none was given or the complaint has ended
 * @param answer what it came to, null until it has ended
 */
record Complaint(
        UUID id,
        long version,
        ComplaintStatus status,
        String uscc,
        String areaCode,
        String product,
        String lotNo,
        String text,
        byte[] contact,
        String answer,
        Instant receivedAt,
        Instant endedAt) {

    /** Ends where the status is an end: the contact is forgotten then. */
    Complaint moved(ComplaintStatus to, String because, Instant now) {
        boolean ends = to.isEnd();
        return new Complaint(
                id,
                version + 1,
                to,
                uscc,
                areaCode,
                product,
                lotNo,
                text,
                ends ? null : contact,
                ends ? because : answer,
                receivedAt,
                ends ? now : null);
    }
}
