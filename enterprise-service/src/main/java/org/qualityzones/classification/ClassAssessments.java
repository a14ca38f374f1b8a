package org.qualityzones.classification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.enterprise.QualityClass;
import org.qualityzones.web.Problems;

/** All class assessments. */
@ApplicationScoped
class ClassAssessments implements PanacheRepositoryBase<ClassAssessment, UUID> {
    /** How far back lowerings are looked for: more assessments than the waiting time can hold. */
    private static final int RECENT = 200;

    ClassAssessment required(UUID enterprise, UUID id) {
        return find("id = ?1 and enterpriseId = ?2", id, enterprise)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("class assessment", id));
    }

    ClassAssessment requiredForUpdate(UUID enterprise, UUID id) {
        return find("id = ?1 and enterpriseId = ?2", id, enterprise)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("class assessment", id));
    }

    /** One row more than the page, newest first. */
    List<ClassAssessment> page(UUID enterprise, UUID after, int limit) {
        String query = "enterpriseId = :enterprise" + (after == null ? "" : " and id < :after") + " order by id desc";
        Parameters parameters = Parameters.with("enterprise", enterprise);
        return find(query, after == null ? parameters : parameters.and("after", after))
                .page(0, limit + 1)
                .list();
    }

    /** Day on which the class was last lowered by an approved assessment that stands. */
    Optional<LocalDate> loweredOn(UUID enterprise) {
        List<ClassAssessment> approved = find(
                        "enterpriseId = ?1 and state = ?2 order by id desc", enterprise, AssessmentState.APPROVED)
                .page(0, RECENT)
                .list();
        List<UUID> undone = approved.stream()
                .flatMap(assessment -> assessment.restores().stream())
                .toList();
        return approved.stream()
                .filter(assessment -> assessment.proposedClass().worseThan(assessment.fromClass()))
                .filter(assessment -> assessment.fromClass() != QualityClass.UNCLASSIFIED)
                .filter(assessment -> !undone.contains(assessment.id()))
                .map(ClassAssessment::decidedOn)
                .max(LocalDate::compareTo);
    }

    /** Whether an assessment proposed before an instant still waits for its decision. */
    boolean isOpenSince(UUID enterprise, Instant before) {
        return count(
                        "enterpriseId = ?1 and state = ?2 and origin = ?3 and proposedAt <= ?4",
                        enterprise,
                        AssessmentState.PROPOSED,
                        Origin.PERSON,
                        before)
                > 0;
    }

    boolean isKnown(UUID enterprise, String cause) {
        return count("enterpriseId = ?1 and cause = ?2", enterprise, cause) > 0;
    }

    boolean isProposed(UUID enterprise, QualityClass proposed, Origin origin) {
        return count(
                        "enterpriseId = ?1 and state = ?2 and proposedClass = ?3 and origin = ?4",
                        enterprise,
                        AssessmentState.PROPOSED,
                        proposed,
                        origin)
                > 0;
    }
}
