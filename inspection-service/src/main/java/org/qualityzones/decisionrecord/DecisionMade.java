package org.qualityzones.decisionrecord;

import java.util.List;
import org.qualityzones.decision.Decision;

/** Decisions were kept in the running transaction. */
public record DecisionMade(List<Decision> decisions) {}
