package org.qualityzones.facts;

/** Status of an enterprise. Who is {@code DEREGISTERED} is refused before a decision is made. */
public enum PartyStatus {
    ACTIVE,
    RECTIFYING,
    DEREGISTERED
}
