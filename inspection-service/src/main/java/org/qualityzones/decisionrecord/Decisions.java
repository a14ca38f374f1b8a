package org.qualityzones.decisionrecord;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.qualityzones.decision.DecisionContext;

/** All decisions ever made. */
@ApplicationScoped
class Decisions implements PanacheRepositoryBase<DecisionRow, UUID> {

    private final StatelessSession rows;

    Decisions(StatelessSession rows) {
        this.rows = rows;
    }

    /** Writes decisions that were just made, at once. */
    void insert(List<DecisionRow> made) {
        rows.insertMultiple(made);
    }

    List<DecisionRow> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** The decision that took another one's place. */
    Optional<UUID> successorOf(UUID id) {
        return find("supersedes", id).firstResultOptional().map(DecisionRow::id);
    }

    boolean anyOverridden(Collection<UUID> ids) {
        return !ids.isEmpty() && count("id in ?1 and cause = ?2", ids, DecisionContext.Cause.OVERRIDE) > 0;
    }

    /** When a line was decided first; what is to be written of the declaration itself stays unwritten meanwhile. */
    Instant firstDecidedAt(UUID declarationId, int lineNo) {
        return getEntityManager()
                .createQuery(
                        "select min(decidedAt) from DecisionRow where declarationId = ?1 and lineNo = ?2",
                        Instant.class)
                .setParameter(1, declarationId)
                .setParameter(2, lineNo)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }

    /** Whether the consignor of the line is its producer. */
    boolean isOfOneParty(DecisionRow row) {
        return !getEntityManager()
                .createNativeQuery("""
                        SELECT 1 FROM declaration d
                        JOIN declaration_line l ON l.declaration_id = d.id AND l.line_no = ?2
                        WHERE d.id = ?1 AND d.consignor = l.producer
                        """)
                .setParameter(1, row.declarationId())
                .setParameter(2, row.lineNo())
                .getResultList()
                .isEmpty();
    }

    /** Whether one of the enterprises filed the declaration, as consignor or agent, or produced the line. */
    boolean isOfLineOf(UUID declarationId, int lineNo, List<String> usccs) {
        return !getEntityManager()
                .createNativeQuery("""
                        SELECT 1 FROM declaration d
                        JOIN declaration_line l ON l.declaration_id = d.id AND l.line_no = ?2
                        WHERE d.id = ?1 AND (d.consignor IN (?3) OR d.agent IN (?3) OR l.producer IN (?3))
                        """)
                .setParameter(1, declarationId)
                .setParameter(2, lineNo)
                .setParameter(3, usccs)
                .getResultList()
                .isEmpty();
    }
}
