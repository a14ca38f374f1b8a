package org.qualityzones.decisionrecord;

import java.util.UUID;
import org.qualityzones.ruleset.Outcome;

/**
 * The line that a decision is about.
 *
 * @param rule that the outcome comes from, or {@code override}
 */
public record DecidedLine(UUID decisionId, UUID declarationId, int lineNo, Outcome outcome, String rule) {}
