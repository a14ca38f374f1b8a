package org.qualityzones.zone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;

/** All zones. */
@ApplicationScoped
public class Zones implements PanacheRepositoryBase<Zone, UUID> {

    public Optional<Zone> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** The zone, locked until the transaction ends: every write of a zone and its parts begins here. */
    public Optional<Zone> locked(String code) {
        return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Keeps others from opening a zone with this code until the transaction ends. */
    public void reserve(String code) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .setParameter("key", "zone/" + code)
                .getSingleResult();
    }

    public Zone required(String code) {
        return byCode(code).orElseThrow(() -> Problems.notFound("zone", code));
    }

    public Zone requiredLocked(String code) {
        return locked(code).orElseThrow(() -> Problems.notFound("zone", code));
    }

    /** One row more than the page holds, newest first. */
    List<Zone> page(ZoneFilter filter, PageRequest page) {
        String where = String.join(" and ", filter.clauses(page.after()));
        String query = "from Zone z" + (where.isEmpty() ? "" : " where " + where) + " order by z.id desc";
        return find(query, filter.parameters(page.after()))
                .range(0, page.limit())
                .list();
    }

    /** Codes of zones in {@code status} whose term ended before {@code day}, oldest term first. */
    public List<String> overdue(LocalDate day, List<ZoneStatus> statuses, int limit) {
        return find("gradedUntil < ?1 and status in ?2 order by gradedUntil", day, statuses)
                .range(0, limit - 1)
                .stream()
                .map(Zone::code)
                .toList();
    }
}
