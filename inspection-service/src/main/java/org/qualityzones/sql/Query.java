package org.qualityzones.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query with its parameters, bound in their order, collections as arrays of text; and how its rows are read.
 *
 * @param <T> the answer
 */
public final class Query<T> {

    private final String sql;
    private final Reading<T> rows;
    private final Object[] parameters;

    private Query(String sql, Reading<T> rows, Object... parameters) {
        this.sql = sql;
        this.rows = rows;
        this.parameters = parameters;
    }

    /** Part of a row, or all rows. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A parameter that is an array. @param type of its elements, as PostgreSQL calls it */
    public record ArrayOf(String type, Collection<?> elements) {}

    /** One that always gives one row. */
    public static <T> Query<T> one(String sql, Reading<T> answer, Object... parameters) {
        return new Query<>(
                sql,
                row -> {
                    row.next();
                    return answer.of(row);
                },
                parameters);
    }

    /** One that gives a row or none. */
    public static <T> Query<Optional<T>> first(String sql, Reading<T> answer, Object... parameters) {
        return new Query<>(sql, row -> row.next() ? Optional.of(answer.of(row)) : Optional.empty(), parameters);
    }

    /** One that gives any number of rows. */
    public static <T> Query<List<T>> all(String sql, Reading<T> answer, Object... parameters) {
        return new Query<>(
                sql,
                row -> {
                    List<T> answers = new ArrayList<>();
                    while (row.next()) {
                        answers.add(answer.of(row));
                    }
                    return answers;
                },
                parameters);
    }

    /** One that gives a row for each key; a key without a row has no answer. */
    public static <K, V> Query<Map<K, V>> ofEach(String sql, Reading<K> key, Reading<V> answer, Object... parameters) {
        return new Query<>(
                sql,
                row -> {
                    Map<K, V> answers = new HashMap<>();
                    while (row.next()) {
                        answers.put(key.of(row), answer.of(row));
                    }
                    return answers;
                },
                parameters);
    }

    String sql() {
        return sql;
    }

    T read(ResultSet answers) throws SQLException {
        return rows.of(answers);
    }

    /** @param bound how many parameters of the statement are bound @return how many are bound then */
    int bind(Connection connection, PreparedStatement select, int bound) throws SQLException {
        int place = bound;
        for (Object parameter : parameters) {
            place++;
            switch (parameter) {
                case ArrayOf(String type, Collection<?> elements) ->
                    select.setArray(place, connection.createArrayOf(type, elements.toArray()));
                case Collection<?> texts -> select.setArray(place, connection.createArrayOf("text", texts.toArray()));
                case null, default -> select.setObject(place, parameter);
            }
        }
        return place;
    }
}
