package org.qualityzones.lifecycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All reviews. */
@ApplicationScoped
class Reviews implements PanacheRepositoryBase<Review, UUID> {

    /** The open review of a zone. */
    Optional<Review> open(UUID zoneId) {
        return find("zoneId = ?1 and closedAt is null", zoneId).firstResultOptional();
    }
}
