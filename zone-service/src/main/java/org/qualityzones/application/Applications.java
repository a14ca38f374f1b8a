package org.qualityzones.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;

/** All applications. */
@ApplicationScoped
class Applications implements PanacheRepositoryBase<Application, UUID> {

    Application required(UUID zoneId, UUID id) {
        return find("zoneId = ?1 and id = ?2", zoneId, id)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("application", id));
    }

    Application requiredLocked(UUID zoneId, UUID id) {
        return find("zoneId = ?1 and id = ?2", zoneId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("application", id));
    }

    Optional<Application> open(UUID zoneId) {
        List<ApplicationState> closed =
                List.of(ApplicationState.PUBLISHED, ApplicationState.REFUSED, ApplicationState.WITHDRAWN);
        return find("zoneId = ?1 and state not in ?2", zoneId, closed).firstResultOptional();
    }

    /** One row more than the page holds, newest first. */
    List<Application> page(UUID zoneId, PageRequest page) {
        return page.after() == null
                ? find("zoneId = ?1 order by id desc", zoneId)
                        .range(0, page.limit())
                        .list()
                : find("zoneId = ?1 and id < ?2 order by id desc", zoneId, page.after())
                        .range(0, page.limit())
                        .list();
    }
}
