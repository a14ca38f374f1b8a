package org.qualityzones.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an instrument is in force, as a person recorded it.
 *
 * @param version how often it was recorded
 * @param effectiveOn first day of the status
 * @param source where the repeal, or its correction, was found
 */
@Schema(name = "InstrumentStatus")
public record InstrumentStatus(
        @JsonIgnore String instrument,
        long version,
        Status status,
        LocalDate effectiveOn,
        String source,
        Instant recordedAt) {

    /** Whether an instrument is in force. */
    @Schema(name = "InstrumentStatusCode")
    public enum Status {
        IN_FORCE,
        REPEALED
    }
}
