package org.qualityzones.inspection;

/** Life of an inspection. */
public enum InspectionStatus {
    /** Waits for somebody to take it. */
    OPEN,
    /** Somebody does it. */
    ASSIGNED,
    /** Every plan was met. */
    ACCEPTED,
    /** At least one plan was not met. */
    REJECTED,
    /** Its line was amended, removed or withdrawn before there was a result. */
    CANCELLED
}
