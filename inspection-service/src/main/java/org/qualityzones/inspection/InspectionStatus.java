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
    /** Its line was amended, removed, withdrawn or decided anew before there was a result. */
    CANCELLED
}
