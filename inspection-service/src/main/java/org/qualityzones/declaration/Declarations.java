package org.qualityzones.declaration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.qualityzones.scope.Scopes;

/** All declarations. */
@ApplicationScoped
class Declarations implements PanacheRepositoryBase<Declaration, UUID> {

    private static final Duration CLOCK_MARGIN = Duration.ofHours(1);
    private static final long LATEST_MILLIS = (1L << 47) - 1;

    private final StatelessSession rows;

    Declarations(StatelessSession rows) {
        this.rows = rows;
    }

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

    /** Writes new declarations with their lines, at once; what is done to them later is not written. */
    void insert(List<Declaration> filed) {
        rows.insertMultiple(filed);
        rows.insertMultiple(filed.stream()
                .flatMap(declaration -> declaration.lines().stream())
                .toList());
    }

    /** Those of the references under which the caller has filed. */
    Set<String> references(String filedBy, Set<String> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        @SuppressWarnings("unchecked")
        List<String> known = getEntityManager()
                .createNativeQuery(
                        "select reference from declaration where filed_by = :filer"
                                + " and reference = any(cast(:references as text[]))",
                        String.class)
                .setParameter("filer", filedBy)
                .setParameter("references", references.toArray(String[]::new))
                .getResultList();
        return Set.copyOf(known);
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

    /**
     * One row more than the limit, newest first. Each scope of the caller is a walk along its index, merged by id; the goods
     * join that index, in the order that is cheaper, and with a party only what is the party's is looked at.
     */
    List<Declaration> newest(Query query) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", query.limit() + 1);
        add(conditions, parameters, "d.consignor = :consignor", "consignor", query.consignor());
        add(conditions, parameters, "d.outcome = :outcome", "outcome", query.outcome());
        add(conditions, parameters, "d.reference = :reference", "reference", query.reference());
        add(conditions, parameters, "d.declared_at >= :from", "from", query.from());
        add(conditions, parameters, "d.declared_at < :to", "to", query.to());
        add(conditions, parameters, "d.id >= :fromId", "fromId", idAt(query.from(), CLOCK_MARGIN.negated()));
        add(conditions, parameters, "d.id < :toId", "toId", idAt(query.to(), CLOCK_MARGIN));
        add(conditions, parameters, "d.id < :after", "after", query.after());
        String line = "exists (select 1 from declaration_line l where l.declaration_id = d.id and not l.removed and ";
        add(conditions, parameters, line + "l.producer = :producer)", "producer", query.producer());
        add(conditions, parameters, line + "starts_with(l.hs_code, :hs))", "hs", query.hsPrefix());

        StringBuilder found = new StringBuilder("declaration d");
        List<String> keys = keys(query);
        for (int i = 0; i < keys.size(); i++) {
            found.append(" join declaration_scope k%1$d on k%1$d.declaration_id = d.id and k%1$d.scope = :key%1$d"
                    .formatted(i));
            parameters.put("key" + i, keys.get(i));
        }
        boolean ofParty = query.consignor() != null || query.producer() != null;
        String sql = query.scopes()
                .map(scopes -> ofParty
                        ? walk(found.toString(), seen(conditions, parameters, scopes))
                        : walks(found.toString(), conditions, parameters, scopes))
                .orElseGet(() -> walk(found.toString(), conditions));
        var typed = getEntityManager().createNativeQuery(sql, Declaration.class);
        parameters.forEach(typed::setParameter);
        @SuppressWarnings("unchecked")
        List<Declaration> declarations = typed.getResultList();
        return declarations;
    }

    private static String walk(String from, List<String> conditions) {
        return "select d.* from " + from + where(conditions) + " order by d.id desc limit :limit";
    }

    /**
     * The few declarations of a party, each looked at for whether the caller may see it. The offset keeps that a look-up for
     * each: as a join it could read all that is under the keys.
     */
    private static List<String> seen(List<String> conditions, Map<String, Object> parameters, List<String> scopes) {
        parameters.put("scopes", scopes.toArray(String[]::new));
        List<String> all = new ArrayList<>(conditions);
        all.add("exists (select 1 from declaration_scope s where s.declaration_id = d.id"
                + " and s.scope = any(cast(:scopes as text[])) offset 0)");
        return all;
    }

    /** A walk for each scope of its own, so that each is planned by how much there is in it. */
    private static String walks(
            String from, List<String> conditions, Map<String, Object> parameters, List<String> scopes) {
        List<String> walks = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            parameters.put("scope" + i, scopes.get(i));
            List<String> all = new ArrayList<>(conditions);
            all.add("s.scope = :scope" + i);
            walks.add("(select d.id from " + from + " join declaration_scope s on s.declaration_id = d.id" + where(all)
                    + " order by s.declaration_id desc limit :limit)");
        }
        String ids = walks.isEmpty() ? "null" : String.join(" union ", walks);
        return "select d.* from declaration d where d.id in (" + ids + ") order by d.id desc limit :limit";
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** What the filters look up; a declaration keeps the keys of what an amendment removed, so they do not decide alone. */
    private static List<String> keys(Query query) {
        List<String> keys = new ArrayList<>();
        if (query.consignor() != null) {
            keys.add(Scopes.consignor(query.consignor()));
        }
        if (query.producer() != null) {
            keys.add(Scopes.producer(query.producer()));
        }
        if (query.hsPrefix() != null) {
            keys.add("h:" + query.hsPrefix());
        }
        return keys;
    }

    /** The smallest UUIDv7 of an instant: ids and {@code declared_at} are made by the same clock, one after the other. */
    private static UUID idAt(Instant instant, Duration margin) {
        if (instant == null) {
            return null;
        }
        long millis = Math.clamp(instant.toEpochMilli() + margin.toMillis(), 0, LATEST_MILLIS);
        return new UUID(millis << 16, 0);
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
