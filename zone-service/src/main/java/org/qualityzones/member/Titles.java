package org.qualityzones.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All titles of members. */
@ApplicationScoped
class Titles implements PanacheRepositoryBase<MembershipTitle, UUID> {

    /** Titles a member holds, at most one of each kind. */
    List<MembershipTitle> held(UUID membershipId) {
        return find("membershipId = ?1 and strippedOn is null order by id", membershipId)
                .range(0, TitleKind.values().length - 1)
                .list();
    }

    Optional<MembershipTitle> held(UUID membershipId, TitleKind kind) {
        return find("membershipId = ?1 and kind = ?2 and strippedOn is null", membershipId, kind)
                .firstResultOptional();
    }
}
