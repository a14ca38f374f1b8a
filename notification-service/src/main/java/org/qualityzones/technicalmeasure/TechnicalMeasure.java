package org.qualityzones.technicalmeasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A stored measure.
 *
 * @param member who notified it: ISO 3166-1 alpha-2, or {@code EU}
 * @param bureaus offices that recorded it; empty for the national authority
 */
record TechnicalMeasure(
        UUID id,
        long version,
        String symbol,
        MeasureKind kind,
        String member,
        List<String> hsPrefixes,
        MeasureDates dates,
        MeasureBody body,
        List<String> bureaus,
        Instant recordedAt) {}
