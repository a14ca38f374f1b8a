package org.qualityzones.technicalmeasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A technical measure as clients see it.
 *
 * @param status as of today, Asia/Shanghai
 */
@Schema(name = "TechnicalMeasure")
record MeasureView(
        UUID id,
        String symbol,
        MeasureKind kind,
        String member,
        String title,
        String agency,
        String products,
        List<String> hsPrefixes,
        String objective,
        LocalDate notifiedOn,
        LocalDate commentUntil,
        LocalDate adoptionOn,
        LocalDate entryIntoForceOn,
        LocalDate withdrawnOn,
        String url,
        MeasureStatus status,
        Instant recordedAt,
        long version) {

    static MeasureView of(TechnicalMeasure measure, LocalDate today) {
        MeasureDates dates = measure.dates();
        MeasureBody body = measure.body();
        return new MeasureView(
                measure.id(),
                measure.symbol(),
                measure.kind(),
                measure.member(),
                body.title(),
                body.agency(),
                body.products(),
                measure.hsPrefixes(),
                body.objective(),
                dates.notifiedOn(),
                dates.commentUntil(),
                dates.adoptionOn(),
                dates.entryIntoForceOn(),
                dates.withdrawnOn(),
                body.url(),
                dates.on(today),
                measure.recordedAt(),
                measure.version());
    }

    /** A page of them, newest first. */
    @Schema(name = "TechnicalMeasurePage")
    record Items(List<MeasureView> items, String nextCursor) {}
}
