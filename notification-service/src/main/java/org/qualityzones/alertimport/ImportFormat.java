package org.qualityzones.alertimport;

/** Forms in which sources publish. */
public enum ImportFormat {
    RAPEX_WEEKLY,
    SAFETY_GATE,
    CPSC,
    NDJSON
}
