package org.qualityzones.indicator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.web.PageRequest;

/** All reported figures. */
@ApplicationScoped
class Indicators implements PanacheRepositoryBase<Indicator, UUID> {

    Optional<Indicator> of(UUID zoneId, UUID id) {
        return find("zoneId = ?1 and id = ?2", zoneId, id).firstResultOptional();
    }

    /** One row more than the page holds, newest first. */
    List<Indicator> page(UUID zoneId, PageRequest page) {
        return page.after() == null
                ? find("zoneId = ?1 order by id desc", zoneId)
                        .range(0, page.limit())
                        .list()
                : find("zoneId = ?1 and id < ?2 order by id desc", zoneId, page.after())
                        .range(0, page.limit())
                        .list();
    }

    /** The latest figure of each kind for a year. */
    Map<IndicatorKind, Indicator> latest(UUID zoneId, int year) {
        Map<IndicatorKind, Indicator> latest = new EnumMap<>(IndicatorKind.class);
        for (IndicatorKind kind : IndicatorKind.values()) {
            find("zoneId = ?1 and year = ?2 and kind = ?3 order by id desc", zoneId, year, kind)
                    .range(0, 0)
                    .<Indicator>firstResultOptional()
                    .ifPresent(figure -> latest.put(kind, figure));
        }
        return latest;
    }
}
