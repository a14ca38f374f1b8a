package org.qualityzones.investigation;

/** To what a finding is attributed in the end (AQSIQ document 国质检检〔2014〕237号, part 6 (6)). */
public enum Attribution {
    /** Foreign regulation, market surveillance or the design: answered by feedback and negotiation. */
    FOREIGN_REGULATION_SURVEILLANCE_OR_DESIGN,
    /** The producer could not do better: answered by help. */
    CAPABILITY,
    /** Done on purpose: answered by penalty and loss of titles. */
    MALICIOUS
}
