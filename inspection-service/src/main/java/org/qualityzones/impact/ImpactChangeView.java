package org.qualityzones.impact;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.ruleset.Outcome;

/**
 * A decision that would have another outcome.
 *
 * @param uscc of the producer
 * @param before what was decided
 * @param after what the rule set makes of the same facts
 */
@Schema(name = "ImpactChange")
record ImpactChangeView(UUID decisionId, String uscc, Outcome before, Outcome after) {}
