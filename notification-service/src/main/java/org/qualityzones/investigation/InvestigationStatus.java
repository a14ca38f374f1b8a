package org.qualityzones.investigation;

/** Life of an investigation. */
public enum InvestigationStatus {
    OPEN,
    ASSIGNED,
    CONCLUDED,
    CLOSED
}
