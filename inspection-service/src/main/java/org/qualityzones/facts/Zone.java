package org.qualityzones.facts;

import java.util.Comparator;
import java.util.List;

/**
 * A demonstration zone in which the producer's membership is active.
 *
 * @param hsPrefixes the zone's industry; an empty list covers nothing
 * @param measures those in force on the day
 */
public record Zone(String code, Level level, Status status, List<String> hsPrefixes, List<Measure> measures) {

    public Zone {
        hsPrefixes = Facts.sorted(hsPrefixes);
        measures = measures.stream().sorted(Measure.ORDER).toList();
    }

    /** Grade of a zone. */
    public enum Level {
        NONE,
        PROVINCIAL,
        NATIONAL
    }

    /** Status of a zone; facilitation needs {@code ACTIVE} or {@code UNDER_REVIEW}. */
    public enum Status {
        CULTIVATING,
        ACTIVE,
        RECTIFYING,
        UNDER_REVIEW,
        SUSPENDED,
        EXPIRED,
        REVOKED
    }

    /**
     * A facilitation measure of the zone.
     *
     * @param measure {@code WHOLE_ZONE_EXEMPTION}, or one that no rule reads yet
     * @param onRoll whether the producer is on the measure's roll
     */
    public record Measure(String measure, List<String> hsPrefixes, boolean onRoll) {

        public static final String WHOLE_ZONE_EXEMPTION = "WHOLE_ZONE_EXEMPTION";

        static final Comparator<Measure> ORDER = Comparator.comparing(Measure::measure)
                .thenComparing(measure -> String.join(",", measure.hsPrefixes()))
                .thenComparing(Measure::onRoll);

        public Measure {
            hsPrefixes = Facts.sorted(hsPrefixes);
        }
    }
}
