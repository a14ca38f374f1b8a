package org.qualityzones.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.scope.ScopedList;

/** All inspections. */
@ApplicationScoped
class Inspections implements PanacheRepositoryBase<Inspection, UUID> {

    static final String KIND = "inspection";
    private static final List<InspectionStatus> WAITING = List.of(InspectionStatus.OPEN, InspectionStatus.ASSIGNED);
    private static final List<InspectionStatus> JUDGED = List.of(InspectionStatus.ACCEPTED, InspectionStatus.REJECTED);

    /**
     * What a list asks for.
     *
     * @param scopes keys the caller finds inspections under; empty: all of them
     * @param due on or before this day
     * @param after id of the last inspection of the page before, or null
     */
    record Query(
            Optional<List<String>> scopes,
            UUID declaration,
            String assignee,
            LocalDate due,
            String status,
            UUID after,
            int limit) {}

    /** As it is now, locked until the transaction ends. */
    Optional<Inspection> forUpdate(UUID id) {
        Optional<Inspection> found = findByIdOptional(id);
        found.ifPresent(inspection -> getEntityManager().refresh(inspection, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    List<Inspection> waitingForUpdate(UUID declarationId) {
        return find("declarationId = ?1 and status in ?2 order by id", declarationId, WAITING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean anyWaiting(UUID declarationId) {
        return count("declarationId = ?1 and status in ?2", declarationId, WAITING) > 0;
    }

    boolean anyJudged(UUID declarationId) {
        return count("declarationId = ?1 and status in ?2", declarationId, JUDGED) > 0;
    }

    boolean anyJudged(UUID declarationId, int lineNo) {
        return count("declarationId = ?1 and lineNo = ?2 and status in ?3", declarationId, lineNo, JUDGED) > 0;
    }

    /** Verdicts of a producer's original inspections, newest first. */
    List<Boolean> originalVerdicts(String producer, int limit) {
        return find(
                        "producer = ?1 and kind = ?2 and judgedAt is not null order by judgedAt desc, id desc",
                        producer,
                        InspectionKind.ORIGINAL)
                .page(0, limit)
                .stream()
                .map(Inspection::accepted)
                .toList();
    }

    /** One row more than the limit, newest first. */
    List<Inspection> newest(Query query) {
        boolean waiting = WAITING.stream().anyMatch(status -> status.name().equals(query.status()));
        return new ScopedList<>(getEntityManager(), Inspection.class, "inspection", KIND)
                .few("t.declaration_id = :declaration", "declaration", query.declaration())
                .few("t.assignee = :assignee", "assignee", query.assignee())
                .where("t.due_on <= :due", "due", query.due())
                .few("t.status = :waiting", "waiting", waiting ? query.status() : null)
                .where("t.status = :status", "status", waiting ? null : query.status())
                .newest(query.scopes(), query.after(), query.limit());
    }
}
