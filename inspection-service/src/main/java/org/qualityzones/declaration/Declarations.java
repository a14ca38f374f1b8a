package org.qualityzones.declaration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All declarations. */
@ApplicationScoped
class Declarations implements PanacheRepositoryBase<Declaration, UUID> {

    /**
     * What a list asks for.
     *
     * @param scopes keys the caller finds declarations under; empty: all of them
     * @param after id of the last declaration of the page before, or null
     */
    record Query(
            Optional<List<String>> scopes,
            String consignor,
            String producer,
            String outcome,
            String hsPrefix,
            String reference,
            Instant from,
            Instant to,
            UUID after,
            int limit) {}

    boolean hasReference(String filedBy, String reference) {
        return reference != null && count("filedBy = ?1 and reference = ?2", filedBy, reference) > 0;
    }

    /** The declaration as it is now, with its lines, locked until the transaction ends. */
    Optional<Declaration> forUpdate(UUID id) {
        Optional<Declaration> found = findByIdOptional(id);
        found.ifPresent(declaration -> {
            getEntityManager().refresh(declaration, LockModeType.PESSIMISTIC_WRITE);
            declaration.lines().forEach(getEntityManager()::refresh);
        });
        return found;
    }

    /** Declarations with a clearance whose term ended by an instant and was not told yet. */
    List<UUID> withTermsUntil(Instant instant, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct l.declaration.id from DeclarationLine l where l.live"
                                + " and l.clearance.state = ?1 and l.clearance.validUntil <= ?2",
                        UUID.class)
                .setParameter(1, Clearance.State.CLEARED)
                .setParameter(2, instant)
                .setMaxResults(limit)
                .getResultList();
    }

    /** One row more than the limit, newest first. Each scope is a walk along its index, merged by id. */
    List<Declaration> newest(Query query) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", query.limit() + 1);
        add(conditions, parameters, "d.consignor = :consignor", "consignor", query.consignor());
        add(conditions, parameters, "d.outcome = :outcome", "outcome", query.outcome());
        add(conditions, parameters, "d.reference = :reference", "reference", query.reference());
        add(conditions, parameters, "d.declared_at >= :from", "from", query.from());
        add(conditions, parameters, "d.declared_at < :to", "to", query.to());
        add(conditions, parameters, "d.id < :after", "after", query.after());
        String line = "exists (select 1 from declaration_line l where l.declaration_id = d.id and not l.removed and ";
        add(conditions, parameters, line + "l.producer = :producer)", "producer", query.producer());
        add(conditions, parameters, line + "starts_with(l.hs_code, :hs))", "hs", query.hsPrefix());
        String where = conditions.isEmpty() ? "true" : String.join(" and ", conditions);

        String sql;
        if (query.scopes().isPresent()) {
            parameters.put("scopes", query.scopes().get().toArray(String[]::new));
            sql =
                    "select distinct on (d.id) d.* from unnest(cast(:scopes as text[])) as wanted (scope) cross join lateral"
                            + " (select d.* from declaration_scope s join declaration d on d.id = s.declaration_id"
                            + " where s.scope = wanted.scope and " + where
                            + " order by s.declaration_id desc limit :limit) d order by d.id desc limit :limit";
        } else {
            sql = "select d.* from declaration d where " + where + " order by d.id desc limit :limit";
        }
        var typed = getEntityManager().createNativeQuery(sql, Declaration.class);
        parameters.forEach(typed::setParameter);
        @SuppressWarnings("unchecked")
        List<Declaration> found = typed.getResultList();
        return found;
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
