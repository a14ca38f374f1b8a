package org.qualityzones.warning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.store.Database;

/** All risk warnings. */
@ApplicationScoped
class RiskWarnings implements PanacheRepositoryBase<RiskWarning, UUID> {

    private final Database database;

    RiskWarnings(Database database) {
        this.database = database;
    }

    Optional<RiskWarning> find(UUID id) {
        return findByIdOptional(id);
    }

    /**
     * Newest first, below {@code after} where that is not null.
     *
     * @param ownUsccs null = of every enterprise; else those about no enterprise and about these
     */
    List<RiskWarning> newest(WarningStatus status, String uscc, List<String> ownUsccs, UUID after, int limit) {
        List<UUID> ids = database.list(
                """
                SELECT id FROM risk_warning
                WHERE (?::uuid IS NULL OR id < ?) AND (?::text IS NULL OR status = ?) AND (?::text IS NULL OR uscc = ?)
                    AND (? OR uscc IS NULL OR uscc = ANY (?))
                ORDER BY id DESC LIMIT ?""",
                row -> row.uuid("id"),
                after,
                after,
                status == null ? null : status.name(),
                status == null ? null : status.name(),
                uscc,
                uscc,
                ownUsccs == null,
                ownUsccs == null ? List.of() : ownUsccs,
                limit);
        return list("id in ?1 order by id desc", ids);
    }

    /** Active warnings that name one of these alerts. */
    List<RiskWarning> activeOf(List<UUID> alertIds) {
        List<UUID> ids = database.list(
                "SELECT id FROM risk_warning WHERE status = 'ACTIVE' AND alert_ids && ?",
                row -> row.uuid("id"),
                alertIds.stream().map(UUID::toString).toList());
        return list("id in ?1 order by id", ids);
    }
}
