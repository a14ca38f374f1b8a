package org.qualityzones.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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

    /** One row more than the limit, newest first. Each scope is a walk along its index, merged by id. */
    List<Inspection> newest(Query query) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>(Map.of("limit", query.limit() + 1));
        add(conditions, parameters, "i.declaration_id = :declaration", "declaration", query.declaration());
        add(conditions, parameters, "i.assignee = :assignee", "assignee", query.assignee());
        add(conditions, parameters, "i.due_on <= :due", "due", query.due());
        add(conditions, parameters, "i.status = :status", "status", query.status());
        add(conditions, parameters, "i.id < :after", "after", query.after());
        String where = String.join(" and ", conditions);
        String sql = "select i.* from inspection i where " + where + " order by i.id desc limit :limit";
        if (query.scopes().isPresent()) {
            parameters.put("scopes", query.scopes().get().toArray(String[]::new));
            parameters.put("kind", KIND);
            sql =
                    "select distinct on (i.id) i.* from unnest(cast(:scopes as text[])) as wanted (scope) cross join lateral"
                            + " (select i.* from work_scope s join inspection i on i.id = s.id"
                            + " where s.kind = :kind and s.scope = wanted.scope and " + where
                            + " order by s.id desc limit :limit) i order by i.id desc limit :limit";
        }
        var typed = getEntityManager().createNativeQuery(sql, Inspection.class);
        parameters.forEach(typed::setParameter);
        @SuppressWarnings("unchecked")
        List<Inspection> found = typed.getResultList();
        return found;
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
