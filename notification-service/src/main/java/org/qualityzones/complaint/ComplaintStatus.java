package org.qualityzones.complaint;

/** Life of a complaint. */
public enum ComplaintStatus {
    RECEIVED,
    ACCEPTED,
    RESOLVED,
    DISMISSED;

    boolean isEnd() {
        return this == RESOLVED || this == DISMISSED;
    }
}
