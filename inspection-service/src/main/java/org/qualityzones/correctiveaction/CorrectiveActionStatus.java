package org.qualityzones.correctiveaction;

/** Life of a corrective action. */
enum CorrectiveActionStatus {
    /** The producer has until the deadline to put the lot right. */
    OPEN,
    /** The producer says it is done; the lot is inspected after rework, once. */
    SUBMITTED,
    /** Effective: the lot may leave. */
    VERIFIED,
    /** Not effective: the lot may not be exported. */
    REJECTED
}
