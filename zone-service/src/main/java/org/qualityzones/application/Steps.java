package org.qualityzones.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was done to applications. */
@ApplicationScoped
class Steps implements PanacheRepositoryBase<ApplicationStep, UUID> {
    private static final int MOST = 200;

    /** The latest acts on an application, oldest first. */
    List<ApplicationStep> of(UUID applicationId) {
        List<ApplicationStep> latest = find("applicationId = ?1 order by id desc", applicationId)
                .range(0, MOST - 1)
                .list();
        return latest.reversed();
    }

    /** Who did one of {@code actions}. */
    Set<String> actors(UUID applicationId, Set<String> actions) {
        return of(applicationId).stream()
                .filter(step -> actions.contains(step.action()))
                .map(ApplicationStep::actor)
                .collect(Collectors.toSet());
    }
}
