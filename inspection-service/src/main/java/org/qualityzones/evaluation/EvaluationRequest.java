package org.qualityzones.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.qualityzones.declaration.DeclarationCommands;
import org.qualityzones.web.codes.Text;

/**
 * A question: what would be decided?
 *
 * @param facts groups that take the place of those on record; null: none
 * @param draw a decimal d, 0 ≤ d &lt; 1, in place of the day's draw; null: both answers where a draw decides
 * @param asOf what held at this instant; null: now
 * @param knownAt what this service had learned by this instant, not later than now; null: now
 * @param ruleSet version; null: the one in force at {@code asOf}, as published by {@code knownAt}
 */
public record EvaluationRequest(
        @NotNull @Valid DeclarationCommands.Filing declaration,
        JsonNode facts,

        @Pattern(regexp = "0(\\.[0-9]{1,64})?", message = "a decimal d with 0 ≤ d < 1, such as 0.25")
        String draw,

        Instant asOf,
        Instant knownAt,
        @Text String ruleSet) {}
