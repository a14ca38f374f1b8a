package org.qualityzones.decisionoverride;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.web.codes.Text;

/** What a client may ask of overrides. */
final class OverrideCommands {

    private OverrideCommands() {}

    /**
     * An override.
     *
     * @param outcome what is to hold instead; never {@code EXEMPT}
     * @param reason without personal data; its digest enters the decision's record
     */
    @Schema(name = "OverrideProposal")
    record Propose(
            @NotNull @JsonProperty(required = true) Outcome outcome,
            @NotNull @JsonProperty(required = true) @Text String reason) {}

    /** A second person's word. @param reason needed to refuse */
    @Schema(name = "OverrideTransition")
    record Transition(
            @NotNull @JsonProperty(required = true) @Text String action,
            @Text String reason) {}
}
