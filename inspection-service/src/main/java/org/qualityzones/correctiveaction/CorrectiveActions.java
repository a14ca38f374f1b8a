package org.qualityzones.correctiveaction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All corrective actions. */
@ApplicationScoped
class CorrectiveActions implements PanacheRepositoryBase<CorrectiveAction, UUID> {

    static final String KIND = "corrective-action";
    private static final List<CorrectiveActionStatus> OPEN =
            List.of(CorrectiveActionStatus.OPEN, CorrectiveActionStatus.SUBMITTED);

    /** As it is now, locked until the transaction ends. */
    Optional<CorrectiveAction> forUpdate(UUID id) {
        Optional<CorrectiveAction> found = findByIdOptional(id);
        found.ifPresent(action -> getEntityManager().refresh(action, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    boolean anyOpen(UUID declarationId) {
        return count("declarationId = ?1 and status in ?2", declarationId, OPEN) > 0;
    }

    /** One row more than the limit, newest first. @param scopes keys the caller finds them under; empty: all of them */
    List<CorrectiveAction> newest(
            Optional<List<String>> scopes, String producer, CorrectiveActionStatus status, UUID after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>(Map.of("limit", limit + 1));
        add(conditions, parameters, "c.producer = :producer", "producer", producer);
        add(conditions, parameters, "c.status = :status", "status", status == null ? null : status.name());
        add(conditions, parameters, "c.id < :after", "after", after);
        String where = String.join(" and ", conditions);
        String sql = "select c.* from corrective_action c where " + where + " order by c.id desc limit :limit";
        if (scopes.isPresent()) {
            parameters.put("scopes", scopes.get().toArray(String[]::new));
            parameters.put("kind", KIND);
            sql =
                    "select distinct on (c.id) c.* from unnest(cast(:scopes as text[])) as wanted (scope) cross join lateral"
                            + " (select c.* from work_scope s join corrective_action c on c.id = s.id"
                            + " where s.kind = :kind and s.scope = wanted.scope and " + where
                            + " order by s.id desc limit :limit) c order by c.id desc limit :limit";
        }
        var typed = getEntityManager().createNativeQuery(sql, CorrectiveAction.class);
        parameters.forEach(typed::setParameter);
        @SuppressWarnings("unchecked")
        List<CorrectiveAction> found = typed.getResultList();
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
