package org.qualityzones.classification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qualityzones.enterprise.QualityClass;

/**
 * A class assessment as it is answered.
 *
 * @param origin {@code PERSON} or {@code RULE}
 * @param cause what a rule's proposal follows from, null for a person's
 */
public record ClassAssessmentView(
        UUID id,
        String uscc,
        QualityClass fromClass,
        QualityClass proposedClass,
        List<ElementScore> elements,
        String reason,
        String origin,
        String cause,
        UUID restores,
        String state,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt,
        String decisionReason,
        long version) {

    static ClassAssessmentView of(String uscc, ClassAssessment assessment) {
        return new ClassAssessmentView(
                assessment.id(),
                uscc,
                assessment.fromClass(),
                assessment.proposedClass(),
                assessment.elements(),
                assessment.reason(),
                assessment.origin().name(),
                assessment.cause().orElse(null),
                assessment.restores().orElse(null),
                assessment.state().name(),
                assessment.proposedBy(),
                assessment.proposedAt(),
                assessment.decidedBy().orElse(null),
                assessment.decidedAt().orElse(null),
                assessment.decisionReason().orElse(null),
                assessment.version());
    }
}
