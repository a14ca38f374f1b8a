package org.qualityzones.correctiveaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.qualityzones.web.codes.Text;

/** What a client may ask of corrective actions. */
final class CorrectiveActionCommands {

    private CorrectiveActionCommands() {}

    /**
     * A step of the life cycle.
     *
     * @param reason with {@code submit}: what was done
     * @param deadline the new one, only with {@code extend}
     */
    record Transition(
            @NotNull @JsonProperty(required = true) @Text String action,
            @Text String reason,
            LocalDate deadline) {}
}
