package org.qualityzones.credit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.qualityzones.web.Problems;

/** All credit records. */
@ApplicationScoped
class CreditRecords implements PanacheRepositoryBase<CreditRecord, UUID> {

    CreditRecord required(UUID enterprise, UUID id) {
        return find("id = ?1 and enterpriseId = ?2", id, enterprise)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("credit record", id));
    }

    CreditRecord requiredForUpdate(UUID enterprise, UUID id) {
        return find("id = ?1 and enterpriseId = ?2", id, enterprise)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("credit record", id));
    }

    /** One row more than the page, newest first. */
    List<CreditRecord> page(UUID enterprise, UUID after, int limit) {
        String query = "enterpriseId = :enterprise" + (after == null ? "" : " and id < :after") + " order by id desc";
        Parameters parameters = Parameters.with("enterprise", enterprise);
        return find(query, after == null ? parameters : parameters.and("after", after))
                .page(0, limit + 1)
                .list();
    }

    /** All of one enterprise, newest first; their number is bounded when they are entered. */
    List<CreditRecord> of(UUID enterprise, int most) {
        return find("enterpriseId = ?1 order by id desc", enterprise)
                .page(0, most)
                .list();
    }

    boolean isKnown(UUID enterprise, String cause) {
        return count("enterpriseId = ?1 and cause = ?2", enterprise, cause) > 0;
    }

    /** Records whose term was over before a day, oldest end first. */
    List<CreditRecord> endedBefore(LocalDate day, int limit) {
        return find("not lapsed and countsUntil < ?1 order by countsUntil, id", day)
                .page(0, limit)
                .list();
    }
}
