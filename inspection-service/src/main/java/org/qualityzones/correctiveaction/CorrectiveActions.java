package org.qualityzones.correctiveaction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.scope.ScopedList;

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
        boolean open = status != null && OPEN.contains(status);
        String wanted = status == null ? null : status.name();
        return new ScopedList<>(getEntityManager(), CorrectiveAction.class, "corrective_action", KIND)
                .few("t.producer = :producer", "producer", producer)
                .few("t.status = :open", "open", open ? wanted : null)
                .where("t.status = :status", "status", open ? null : wanted)
                .newest(scopes, after, limit);
    }
}
