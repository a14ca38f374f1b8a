package org.qualityzones.citation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.instrument.CitedPlace;
import org.qualityzones.instrument.InstrumentStatus;
import org.qualityzones.ruleset.Citation;

/**
 * What cites an instrument.
 *
 * @param status as a person recorded it; null when nobody did
 * @param decisions that rest on it, counted up to {@code countedUntil}
 * @param countedUntil decisions made before are counted; null when none is yet
 * @param citedBy places in all published rule sets, newest first
 * @param toAcknowledge for a repealed instrument: places in rule sets that are not retired which nobody acknowledged, so that the
 *     next rule set must leave them out or carry the practice on with a reason; drafts for those who see them
 */
@Schema(name = "CitationIndex")
@JsonInclude(JsonInclude.Include.ALWAYS)
record CitationView(
        String instrument,
        InstrumentStatus status,
        long decisions,
        Instant countedUntil,
        List<Place> citedBy,
        List<CitedPlace> toAcknowledge) {

    /**
     * A place that cites.
     *
     * @param id of the rule, parameter, definition or mode, or the HS prefix of a product; null for the matrix and for sampling
     * @param citation as the rule set says it
     * @param acknowledged whether a CONFIGURED citation there carries on the practice of this instrument, with a reason
     * @param decisions for a rule: those it had an effect on, or matched; null for what is no rule
     */
    @Schema(name = "CitationPlace")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Place(
            String ruleSet, CitedPlace.Kind kind, String id, Citation citation, boolean acknowledged, Long decisions) {}
}
