package org.qualityzones.decisionoverride;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All overrides. */
@ApplicationScoped
class DecisionOverrides implements PanacheRepositoryBase<DecisionOverride, UUID> {

    private static final UUID LAST = new UUID(-1, -1);

    Optional<DecisionOverride> of(UUID decisionId, UUID id) {
        return find("id = ?1 and decisionId = ?2", id, decisionId).firstResultOptional();
    }

    /** As it is now, locked until the transaction ends. */
    Optional<DecisionOverride> forUpdate(UUID decisionId, UUID id) {
        Optional<DecisionOverride> found = of(decisionId, id);
        found.ifPresent(override -> getEntityManager().refresh(override, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    boolean anyProposed(UUID decisionId) {
        return count("decisionId = ?1 and status = ?2", decisionId, OverrideStatus.PROPOSED) > 0;
    }

    /** One row more than the limit, newest first. @param after id of the last one of the page before, or null */
    List<DecisionOverride> newest(UUID decisionId, Set<OverrideStatus> statuses, UUID after, int limit) {
        return find(
                        "decisionId = ?1 and status in ?2 and id < ?3 order by id desc",
                        decisionId,
                        statuses,
                        after == null ? LAST : after)
                .range(0, limit)
                .list();
    }
}
