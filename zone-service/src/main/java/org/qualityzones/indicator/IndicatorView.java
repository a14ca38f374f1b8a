package org.qualityzones.indicator;

import java.time.Instant;
import java.util.UUID;

/**
 * A figure as it is answered.
 *
 * @param value decimal text
 */
record IndicatorView(
        UUID id,
        String zone,
        int year,
        IndicatorKind indicator,
        String value,
        String source,
        String coverage,
        Instant recordedAt) {

    static IndicatorView of(String zone, Indicator figure) {
        return new IndicatorView(
                figure.id(),
                zone,
                figure.year(),
                figure.kind(),
                figure.value().stripTrailingZeros().toPlainString(),
                figure.source(),
                figure.coverage(),
                figure.recordedAt());
    }
}
