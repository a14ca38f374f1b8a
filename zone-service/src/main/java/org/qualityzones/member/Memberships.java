package org.qualityzones.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qualityzones.web.PageRequest;

/** All memberships. */
@ApplicationScoped
public class Memberships implements PanacheRepositoryBase<Membership, UUID> {
    private static final String TITLED =
            "exists (select 1 from MembershipTitle t where t.membershipId = m.id and t.strippedOn is null)";

    Optional<Membership> of(UUID zoneId, String uscc) {
        return find("zoneId = ?1 and uscc = ?2", zoneId, uscc).firstResultOptional();
    }

    Optional<Membership> locked(UUID zoneId, String uscc) {
        return find("zoneId = ?1 and uscc = ?2", zoneId, uscc)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** One row more than the page holds, newest first. */
    List<Membership> page(UUID zoneId, MemberStatus status, PageRequest page) {
        Parameters parameters = Parameters.with("zone", zoneId);
        String query = "zoneId = :zone";
        if (status != null) {
            query += " and status = :status";
            parameters.and("status", status);
        }
        if (page.after() != null) {
            query += " and id < :after";
            parameters.and("after", page.after());
        }
        return find(query + " order by id desc", parameters)
                .range(0, page.limit())
                .list();
    }

    /** Which of these enterprises are active members of the zone. */
    public Set<String> activeAmong(UUID zoneId, Collection<String> usccs) {
        return usccs.isEmpty()
                ? Set.of()
                : find("zoneId = ?1 and status = ?2 and uscc in ?3", zoneId, MemberStatus.ACTIVE, usccs)
                        .<Membership>stream()
                        .map(Membership::uscc)
                        .collect(Collectors.toSet());
    }

    /** How many active members the zone has. */
    public long countActive(UUID zoneId) {
        return count("zoneId = ?1 and status = ?2", zoneId, MemberStatus.ACTIVE);
    }

    /** How many active members hold a title. */
    public long countTitled(UUID zoneId) {
        return count("from Membership m where m.zoneId = ?1 and " + TITLED, zoneId);
    }

    /** Members that hold a title, locked, after {@code after} in the order of ids. */
    List<Membership> titled(UUID zoneId, UUID after, int limit) {
        return find(
                        "from Membership m where m.zoneId = ?1 and m.id > ?2 and " + TITLED + " order by m.id",
                        zoneId,
                        after)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, limit - 1)
                .list();
    }
}
