package org.qualityzones.counterfactual;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One fact that would have to be another.
 *
 * @param fact its name in the vocabulary of the rules
 * @param by who can bring it about
 */
public record Change(
        String fact,

        @Schema(implementation = Object.class, description = "As decided on")
        JsonNode from,

        @Schema(implementation = Object.class, description = "As decided on again")
        JsonNode to,

        Owner by) {}
