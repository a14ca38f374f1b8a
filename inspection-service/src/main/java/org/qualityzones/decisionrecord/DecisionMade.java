package org.qualityzones.decisionrecord;

import org.qualityzones.decision.Decision;

/** A decision was kept in the running transaction. */
public record DecisionMade(Decision decision) {}
