package org.qualityzones.exemption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.scope.ScopedList;

/** All applications. */
@ApplicationScoped
class ExemptionApplications implements PanacheRepositoryBase<ExemptionApplication, UUID> {

    static final String KIND = "exemption-application";
    private static final String OVERLAP = """

            and exists (select 1 from unnest(c.hs_prefixes) as had (prefix),
                unnest(cast(:goods as text[])) as wanted (prefix)
                where starts_with(had.prefix, wanted.prefix) or starts_with(wanted.prefix, had.prefix))""";

    /** As it is now, locked until the transaction ends. */
    Optional<ExemptionApplication> forUpdate(UUID id) {
        Optional<ExemptionApplication> found = findByIdOptional(id);
        found.ifPresent(application -> getEntityManager().refresh(application, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** Lets one request of a producer at a time apply, until the transaction ends. */
    void takeTurns(String uscc) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('exemption'), hashtext(:uscc))")
                .setParameter("uscc", uscc)
                .getSingleResult();
    }

    /** An undecided application of the producer, other than this one, for some of these goods. */
    Optional<UUID> openFor(String uscc, List<String> goods, UUID except) {
        return first(
                "select c.id from exemption_application c where c.uscc = :uscc and c.status not in"
                        + " ('APPROVED', 'REFUSED', 'NOT_ACCEPTED', 'WITHDRAWN') and c.id <> :except" + OVERLAP
                        + " limit 1",
                UUID.class,
                Map.of("uscc", uscc, "goods", goods.toArray(String[]::new), "except", except));
    }

    /** The latest day on which the producer was refused exemption for some of these goods. */
    Optional<LocalDate> lastRefused(String uscc, List<String> goods) {
        return first(
                "select c.decided_on from exemption_application c where c.uscc = :uscc and c.status = 'REFUSED'"
                        + OVERLAP + " order by c.decided_on desc limit 1",
                LocalDate.class,
                Map.of("uscc", uscc, "goods", goods.toArray(String[]::new)));
    }

    /** Applications whose missing documents were not supplied in time. */
    List<UUID> incompleteBefore(LocalDate day, int limit) {
        return find("status = ?1 and dueOn < ?2 order by dueOn", ApplicationStatus.INCOMPLETE, day)
                .page(0, limit)
                .stream()
                .map(ExemptionApplication::id)
                .toList();
    }

    /** One row more than the limit, newest first. @param scopes keys the caller finds them under; empty: all of them */
    List<ExemptionApplication> newest(
            Optional<List<String>> scopes, String uscc, ApplicationStatus status, UUID after, int limit) {
        return new ScopedList<>(getEntityManager(), ExemptionApplication.class, "exemption_application", KIND)
                .few("t.uscc = :uscc", "uscc", uscc)
                .where("t.status = :status", "status", status == null ? null : status.name())
                .newest(scopes, after, limit);
    }

    private <T> Optional<T> first(String sql, Class<T> type, Map<String, Object> parameters) {
        var typed = getEntityManager().createNativeQuery(sql, type);
        parameters.forEach(typed::setParameter);
        @SuppressWarnings("unchecked")
        List<T> found = typed.getResultList();
        return found.stream().findFirst();
    }
}
