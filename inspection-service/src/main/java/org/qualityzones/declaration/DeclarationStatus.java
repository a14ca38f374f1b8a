package org.qualityzones.declaration;

/** Life of a declaration. */
public enum DeclarationStatus {
    /** Every line has its decision and no inspection is under way. */
    DECIDED,
    /** At least one line waits for an inspection or its result. */
    IN_INSPECTION,
    /** Every line is cleared or refused for good. */
    CLOSED,
    /** Taken back by the party that filed it. */
    WITHDRAWN
}
