package org.qualityzones.classification;

/** The nine elements of the assessment (Order 113 art. 8). */
public enum ClassElement {
    CREDITWORTHINESS,
    PRODUCTION_CAPACITY,
    TESTING_CAPACITY,
    PERSONNEL,
    SUPPLIER_MANAGEMENT,
    WARNINGS_CLAIMS_RETURNS_COMPLAINTS,
    TRACEABILITY,
    QUALITY_SYSTEM,
    OTHER_FACTORS
}
