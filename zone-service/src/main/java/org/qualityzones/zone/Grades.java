package org.qualityzones.zone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All awards of grades. */
@ApplicationScoped
public class Grades implements PanacheRepositoryBase<ZoneGrade, UUID> {
    private static final int MOST = 200;

    public Optional<ZoneGrade> award(UUID zoneId, ZoneLevel level, LocalDate from) {
        return find("zoneId = ?1 and level = ?2 and gradedFrom = ?3", zoneId, level, from)
                .firstResultOptional();
    }

    /** The awards of one zone, latest first. */
    List<ZoneGrade> of(UUID zoneId) {
        return find("zoneId = ?1 order by gradedFrom desc, id desc", zoneId)
                .range(0, MOST - 1)
                .list();
    }
}
