package org.qualityzones.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * A demonstration zone. Key: {@code code}.
 *
 * @param areaCode GB/T 2260, six digits
 * @param hsPrefixes headings of its industry, even length 2–10
 * @param level {@code NONE}, {@code PROVINCIAL} or {@code NATIONAL}
 * @param status {@code CULTIVATING}, {@code ACTIVE}, {@code RECTIFYING}, {@code UNDER_REVIEW}, {@code SUSPENDED}, {@code EXPIRED} or {@code REVOKED}
 * @param gradedFrom null = not recorded
 * @param gradedUntil null = not recorded
 * @param gradeSource null without a grade
 * @param measures granted and not ended
 */
public record ZoneState(
        String id,
        String code,
        LocalizedText name,
        String areaCode,
        LocalizedText industry,
        List<String> hsPrefixes,
        String level,
        String status,
        LocalDate gradedFrom,
        LocalDate gradedUntil,
        GradeSource gradeSource,
        List<Measure> measures,
        long version) {

    /**
     * Where the grade is written down.
     *
     * @param provenance {@code FOUND}, {@code SEED} or {@code CONFIGURED}
     */
    public record GradeSource(String source, String provenance) {}

    /**
     * A facilitation measure.
     *
     * @param measure for example {@code WHOLE_ZONE_EXEMPTION}
     * @param roll codes of the enterprises it is for, empty where it is for every member
     * @param until last day, null = open
     */
    public record Measure(
            String id, String measure, List<String> hsPrefixes, List<String> roll, LocalDate from, LocalDate until) {}
}
