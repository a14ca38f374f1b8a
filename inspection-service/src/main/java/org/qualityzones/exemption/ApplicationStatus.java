package org.qualityzones.exemption;

import java.util.Set;

/** Life of an application. */
enum ApplicationStatus {
    /** With the bureau of its area (初审). */
    PRELIMINARY_REVIEW,
    /** Back with the applicant. */
    RETURNED,
    /** With the authority, which accepts it or not. */
    FILED,
    /** The authority asked for missing documents. */
    INCOMPLETE,
    ACCEPTED,
    /** The group of experts reviews documents, products and factory. */
    EXPERT_REVIEW,
    /** A certificate is proposed; a second person decides. */
    PROPOSED,
    APPROVED,
    REFUSED,
    NOT_ACCEPTED,
    WITHDRAWN;

    static final Set<ApplicationStatus> CLOSED = Set.of(APPROVED, REFUSED, NOT_ACCEPTED, WITHDRAWN);
}
