package org.qualityzones.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.qualityzones.zone.Measure;

/**
 * A measure as it is answered.
 *
 * @param state {@code GRANTED} or {@code ENDED}
 * @param version 1 while granted, 2 when ended
 * @param notices remarks on what was accepted
 */
record MeasureView(
        String id,
        String zone,
        String measure,
        List<String> hsPrefixes,
        List<String> roll,
        LocalDate from,
        LocalDate until,
        JsonNode citations,
        String state,
        Instant endedAt,
        String endReason,
        List<Notice> notices,
        long version) {

    /** A remark on a place in the request. */
    record Notice(String pointer, String code, String detail) {}

    static MeasureView of(String zone, Measure measure, List<Notice> notices) {
        return new MeasureView(
                measure.id().toString(),
                zone,
                measure.kind().name(),
                measure.hsPrefixes(),
                measure.roll(),
                measure.from(),
                measure.until(),
                measure.citations(),
                measure.state(),
                measure.endedAt(),
                measure.endReason(),
                notices,
                measure.version());
    }
}
