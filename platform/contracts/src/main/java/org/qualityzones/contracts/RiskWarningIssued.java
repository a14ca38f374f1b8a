package org.qualityzones.contracts;

/** A risk warning was issued. */
public record RiskWarningIssued(int level, String measure, String reason) {}
