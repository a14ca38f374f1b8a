package org.qualityzones.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.qualityzones.web.codes.Text;

/** What a client may ask of rule sets. */
final class RuleSetCommands {

    private RuleSetCommands() {}

    /**
     * A step of the life cycle.
     *
     * @param impactReportId only with {@code publish}, which needs it
     * @param effectiveFrom only with {@code publish}; null or sooner than possible: as soon as every instance knows of it
     */
    record Transition(
            @NotNull @JsonProperty(required = true) @Text String action,
            @Text String reason,
            UUID impactReportId,
            Instant effectiveFrom) {}
}
