package org.qualityzones.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Answers of queries, one at a time or one for each of many keys at once (over {@code unnest}). Parameters are bound in their
 * order, collections as arrays of text.
 */
public final class Answers {

    private final DataSource dataSource;
    private final String failure;

    /** @param failure what it means that a query fails, as an {@link IllegalStateException} tells */
    public Answers(DataSource dataSource, String failure) {
        this.dataSource = dataSource;
        this.failure = failure;
    }

    /** Part of a row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Of a query that always gives one row. */
    public <T> T one(String sql, Reading<T> answer, Object... parameters) {
        return read(
                sql,
                row -> {
                    row.next();
                    return answer.of(row);
                },
                parameters);
    }

    /** Of a query that gives a row for each key; a key without a row has no answer. */
    public <K, V> Map<K, V> ofEach(String sql, Reading<K> key, Reading<V> answer, Object... parameters) {
        return read(
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

    private <T> T read(String sql, Reading<T> rows, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof Collection<?> texts) {
                    select.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
                } else {
                    select.setObject(i + 1, parameters[i]);
                }
            }
            try (ResultSet row = select.executeQuery()) {
                return rows.of(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(failure, e);
        }
    }
}
