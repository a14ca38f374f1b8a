package org.qualityzones.zone;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One award of a grade as it is answered.
 *
 * @param provenance {@code FOUND}, {@code SEED} or {@code CONFIGURED}
 */
record GradeView(
        String id,
        String level,
        LocalDate gradedFrom,
        LocalDate gradedUntil,
        String source,
        String provenance,
        Instant recordedAt) {

    static GradeView of(ZoneGrade grade) {
        GradeFacts facts = grade.facts();
        return new GradeView(
                grade.id().toString(),
                facts.level().name(),
                facts.from(),
                facts.until(),
                facts.source(),
                facts.provenance().name(),
                grade.recordedAt());
    }
}
