package org.qualityzones.classification;

/** Where a class assessment stands. */
enum AssessmentState {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN
}
