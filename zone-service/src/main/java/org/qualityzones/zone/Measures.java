package org.qualityzones.zone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qualityzones.web.PageRequest;

/** All measures of zones. */
@ApplicationScoped
public class Measures implements PanacheRepositoryBase<Measure, UUID> {
    /** Measures one zone may hold at a time. */
    static final int MOST_OPEN = 100;

    /** Measures of a zone that were not ended, oldest first. */
    public List<Measure> open(UUID zoneId) {
        return find("zoneId = ?1 and endedAt is null order by id", zoneId)
                .range(0, MOST_OPEN - 1)
                .list();
    }

    /** Measures of several zones that were not ended, by zone, oldest first. */
    Map<UUID, List<Measure>> open(Collection<UUID> zoneIds) {
        return zoneIds.isEmpty()
                ? Map.of()
                : find("zoneId in ?1 and endedAt is null order by id", zoneIds)
                        .range(0, zoneIds.size() * MOST_OPEN - 1)
                        .<Measure>stream()
                        .collect(Collectors.groupingBy(Measure::zoneId));
    }

    public Optional<Measure> of(UUID zoneId, UUID id) {
        return find("zoneId = ?1 and id = ?2", zoneId, id).firstResultOptional();
    }

    /** One row more than the page holds, newest first. */
    public List<Measure> page(UUID zoneId, PageRequest page) {
        return page.after() == null
                ? find("zoneId = ?1 order by id desc", zoneId)
                        .range(0, page.limit())
                        .list()
                : find("zoneId = ?1 and id < ?2 order by id desc", zoneId, page.after())
                        .range(0, page.limit())
                        .list();
    }
}
