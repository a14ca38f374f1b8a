package org.qualityzones.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An impact report.
 *
 * @param id also of the job that makes it
 * @param digest of the document that was looked at
 * @param from decided at or after
 * @param until decided before
 * @param done decisions looked at so far
 * @param summary null until it is done
 */
@Schema(name = "ImpactReport")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImpactReportView(
        UUID id,
        String ruleSet,
        String digest,
        Instant from,
        Instant until,
        Status status,
        Instant requestedAt,
        Instant finishedAt,
        long done,
        ImpactSummary summary) {

    /** Where a report stands. */
    @Schema(name = "ImpactReportStatus")
    enum Status {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }
}
