package org.qualityzones.enterprise;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.qualityzones.web.Problems;

/** The register of enterprises. */
@ApplicationScoped
public class Enterprises implements PanacheRepositoryBase<Enterprise, UUID> {

    public Optional<Enterprise> byCode(String uscc) {
        return find("uscc", uscc).firstResultOptional();
    }

    /** The row, locked until the transaction ends, so that versions are given one after the other. */
    public Optional<Enterprise> byCodeForUpdate(String uscc) {
        return find("uscc", uscc).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Waits until no other transaction registers this code or learns a membership of it. */
    public void serialize(String uscc) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:uscc, 0)) as text)")
                .setParameter("uscc", uscc)
                .getSingleResult();
    }

    public Enterprise required(String uscc) {
        return byCode(uscc).orElseThrow(() -> Problems.notFound("enterprise", uscc));
    }

    public Enterprise requiredForUpdate(String uscc) {
        return byCodeForUpdate(uscc).orElseThrow(() -> Problems.notFound("enterprise", uscc));
    }

    public Enterprise requiredForUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problems.notFound("enterprise", id));
    }

    /** Titles that its active memberships carry, zone by zone. */
    public List<Title> titlesOf(String uscc) {
        return getEntityManager()
                .createQuery("from ZoneMembership m where m.uscc = :uscc order by m.zoneCode", ZoneMembership.class)
                .setParameter("uscc", uscc)
                .getResultStream()
                .flatMap(membership -> membership.titles().stream())
                .toList();
    }

    /** Whether the enterprise lists one of these agents on a day. */
    boolean lists(UUID enterprise, Collection<String> agents, LocalDate day) {
        return !agents.isEmpty()
                && getEntityManager()
                        .createQuery(
                                "select count(e) > 0 from Enterprise e join e.agents a where e.id = :id and key(a) in :agents"
                                        + " and a.from <= :day and (a.until is null or a.until >= :day)",
                                Boolean.class)
                        .setParameter("id", enterprise)
                        .setParameter("agents", agents)
                        .setParameter("day", day)
                        .getSingleResult();
    }

    /** One row more than the page, newest first. */
    List<Enterprise> page(EnterpriseFilter filter, Visible visible, LocalDate today, UUID after, int limit) {
        EnterpriseListing listing = new EnterpriseListing(filter, visible, today, after, limit + 1);
        if (listing.sql() == null) {
            return List.of();
        }
        NativeQuery<Enterprise> query = getEntityManager()
                .createNativeQuery(listing.sql(), Enterprise.class)
                .unwrap(NativeQuery.class);
        listing.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /** Enterprises whose term of a class ended before a day, oldest end first. */
    public List<UUID> classifiedUntilBefore(LocalDate day, UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select e.id from Enterprise e where e.classValidUntil < :day and e.id > :after order by e.id",
                        UUID.class)
                .setParameter("day", day)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Codes of enterprises whose suspension ended before a day, oldest end first. */
    List<String> suspendedUntilBefore(LocalDate day, int limit) {
        return getEntityManager()
                .createQuery(
                        "select e.uscc from Enterprise e where e.suspensionUntil < :day order by e.suspensionUntil, e.id",
                        String.class)
                .setParameter("day", day)
                .setMaxResults(limit)
                .getResultList();
    }
}
