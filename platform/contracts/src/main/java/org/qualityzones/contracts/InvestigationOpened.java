package org.qualityzones.contracts;

/** An investigation was opened. */
public record InvestigationOpened(String alertId, String uscc) {}
