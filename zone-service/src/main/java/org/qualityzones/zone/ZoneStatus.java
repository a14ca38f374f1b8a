package org.qualityzones.zone;

/** Where a zone stands in its life. A zone without a grade is {@link #CULTIVATING} or {@link #REVOKED}. */
public enum ZoneStatus {
    CULTIVATING,
    ACTIVE,
    RECTIFYING,
    UNDER_REVIEW,
    SUSPENDED,
    EXPIRED,
    REVOKED
}
