package org.qualityzones.contracts;

/** An investigation found its cause; the components as in {@link InvestigationState}. */
public record InvestigationConcluded(String attribution, String causeCode, String conclusion) {}
