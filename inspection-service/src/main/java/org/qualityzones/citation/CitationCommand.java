package org.qualityzones.citation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.qualityzones.instrument.InstrumentStatus;
import org.qualityzones.web.codes.Text;

/**
 * What a person found out about an instrument.
 *
 * @param effectiveOn first day of the status
 * @param source where it was found, such as the repealing instrument
 */
record CitationCommand(
        @NotNull @JsonProperty(required = true) InstrumentStatus.Status status,
        @NotNull @JsonProperty(required = true) LocalDate effectiveOn,
        @NotNull @JsonProperty(required = true) @Text String source) {}
