package org.qualityzones.credit;

/** What a credit record is: the rating of a cycle, an administrative penalty, or another incident. */
public enum CreditKind {
    RATING,
    PENALTY,
    INCIDENT
}
