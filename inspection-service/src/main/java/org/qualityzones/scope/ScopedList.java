package org.qualityzones.scope;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A list of what lies under the keys of {@link WorkScopes}, newest first. Each key of the caller is a walk of its own along
 * that index, as long as the page at most, so that each is planned by how much there is under the key; the walks are merged
 * by id. A condition that few rows meet is walked instead, and each of those rows looked at for whether the caller may see it.
 *
 * @param <T> the entity
 */
public final class ScopedList<T> {

    private final EntityManager entities;
    private final Class<T> type;
    private final String table;
    private final String kind;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean few;

    /** @param kind under which the rows of the table are kept */
    public ScopedList(EntityManager entities, Class<T> type, String table, String kind) {
        this.entities = entities;
        this.type = type;
        this.table = table;
        this.kind = kind;
    }

    /** Narrows the list. @param condition on the columns of {@code t}, with the parameter @param value null: no condition */
    public ScopedList<T> where(String condition, String parameter, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** Narrows the list to rows that stay few however long the table grows: a party's, a person's, what is not done yet. */
    public ScopedList<T> few(String condition, String parameter, Object value) {
        few |= value != null;
        return where(condition, parameter, value);
    }

    /**
     * One row more than the limit.
     *
     * @param scopes keys of the caller; empty: all rows
     * @param after id of the last row of the page before, or null
     */
    public List<T> newest(Optional<List<String>> scopes, UUID after, int limit) {
        if (scopes.filter(List::isEmpty).isPresent()) {
            return List.of();
        }
        parameters.put("limit", limit + 1);
        String sql = "select t.* from " + table + " t"
                + scopes.map(keys ->
                                few ? where("t.id", after, seen(keys)) : " where t.id in (" + walks(keys, after) + ")")
                        .orElseGet(() -> where("t.id", after))
                + " order by t.id desc limit :limit";
        var query = entities.createNativeQuery(sql, type);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<T> found = query.getResultList();
        return found;
    }

    /** The offset keeps it a look-up for each row: as a join it could read all that is under the keys. */
    private String seen(List<String> keys) {
        parameters.put("kind", kind);
        parameters.put("scopes", keys.toArray(String[]::new));
        return "exists (select 1 from work_scope s where s.kind = :kind and s.scope = any(cast(:scopes as text[]))"
                + " and s.id = t.id offset 0)";
    }

    private String walks(List<String> keys, UUID after) {
        parameters.put("kind", kind);
        String from =
                "(select s.id from work_scope s" + (conditions.isEmpty() ? "" : " join " + table + " t on t.id = s.id");
        List<String> walks = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            parameters.put("scope" + i, keys.get(i));
            String where = where("s.id", after, "s.kind = :kind", "s.scope = :scope" + i);
            walks.add(from + where + " order by s.id desc limit :limit)");
        }
        return String.join(" union ", walks);
    }

    private String where(String id, UUID after, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(conditions);
        if (after != null) {
            all.add(id + " < :after");
            parameters.put("after", after);
        }
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }
}
