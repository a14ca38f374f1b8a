package org.qualityzones.samplingstate;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.qualityzones.web.codes.Text;

/** What a client may ask of switching states. */
final class SamplingStateCommands {

    private SamplingStateCommands() {}

    /** What an office records, and why. */
    record Transition(
            @NotNull @JsonProperty(required = true) @Text String action,
            @NotNull @JsonProperty(required = true) @Text String reason) {}
}
