package org.qualityzones.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All titles of members. */
@ApplicationScoped
class Titles implements PanacheRepositoryBase<MembershipTitle, UUID> {

    /** Titles a member holds, at most one of each kind. */
    List<MembershipTitle> held(UUID membershipId) {
        return find("membershipId = ?1 and strippedOn is null order by id", membershipId)
                .range(0, TitleKind.values().length - 1)
                .list();
    }

    /** Titles that several members hold, by membership. */
    Map<UUID, List<MembershipTitle>> held(Collection<UUID> membershipIds) {
        return membershipIds.isEmpty()
                ? Map.of()
                : find("membershipId in ?1 and strippedOn is null order by id", membershipIds)
                        .range(0, membershipIds.size() * TitleKind.values().length - 1)
                        .<MembershipTitle>stream()
                        .collect(Collectors.groupingBy(MembershipTitle::membershipId));
    }

    Optional<MembershipTitle> held(UUID membershipId, TitleKind kind) {
        return find("membershipId = ?1 and kind = ?2 and strippedOn is null", membershipId, kind)
                .firstResultOptional();
    }
}
