package org.qualityzones.decisionoverride;

/** Life of an override. */
public enum OverrideStatus {
    /** Waits for a second person. */
    PROPOSED,
    /** The line was decided by it. */
    APPROVED,
    /** The decision stands as it was. */
    REFUSED
}
