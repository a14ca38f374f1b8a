package org.qualityzones.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page, newest first, of what a caller may see of a table: each of its enterprises and areas is a walk of its own along an
 * index in the order of the ids, as long as the page at most; the walks are merged by id. The table has an index on each
 * column of codes of enterprises and on {@code left(column, 2)}, {@code 4} and {@code 6} of each column of areas.
 */
public final class RowWalks {

    private final String table;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    public RowWalks(String table) {
        this.table = table;
    }

    /** Narrows the page. @param condition with one parameter, the @param value null: no condition */
    public RowWalks where(String condition, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
        return this;
    }

    /** Lets the caller see rows of these enterprises. */
    public RowWalks ofEnterprises(String column, List<String> usccs) {
        usccs.forEach(uscc -> walk(column, uscc));
        return this;
    }

    /** Lets the caller see rows within these areas: prefixes of 2, 4 or 6 digits. */
    public RowWalks ofAreas(String column, List<String> areas) {
        areas.forEach(area -> walk("left(" + column + ", " + area.length() + ")", area));
        return this;
    }

    private void walk(String row, String key) {
        rows.add(row);
        keys.add(key);
    }

    /** @param all whether the caller sees every row */
    public <T> List<T> newest(Database database, Database.RowReader<T> reader, boolean all, int limit) {
        if (!all && rows.isEmpty()) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT * FROM " + table);
        if (all) {
            sql.append(where(conditions));
            parameters.addAll(values);
        } else {
            sql.append(" WHERE id IN (");
            sql.append(rows.stream().map(this::walk).collect(Collectors.joining(" UNION ")));
            sql.append(')');
            for (String key : keys) {
                parameters.addAll(values);
                parameters.add(key);
                parameters.add(limit);
            }
        }
        parameters.add(limit);
        return database.list(sql.append(" ORDER BY id DESC LIMIT ?").toString(), reader, parameters.toArray());
    }

    private String walk(String row) {
        List<String> narrowed = new ArrayList<>(conditions);
        narrowed.add(row + " = ?");
        return "(SELECT id FROM " + table + where(narrowed) + " ORDER BY id DESC LIMIT ?)";
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }
}
