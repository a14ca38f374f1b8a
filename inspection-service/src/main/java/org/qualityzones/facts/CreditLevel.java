package org.qualityzones.facts;

/** Credit level of an enterprise (AQSIQ announcement 93 of 2013: AA, A, B, C, D); {@code UNRATED} counts as B. */
public enum CreditLevel {
    UNRATED,
    AA,
    A,
    B,
    C,
    D
}
