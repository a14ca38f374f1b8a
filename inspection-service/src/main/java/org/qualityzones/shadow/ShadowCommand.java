package org.qualityzones.shadow;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.qualityzones.web.codes.Text;

/** A step of a shadow run. */
record ShadowCommand(
        @NotNull @JsonProperty(required = true) @Text String action,
        @Text String reason) {}
