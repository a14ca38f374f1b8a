package org.qualityzones.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Answers of queries, each asked by itself; see {@link RoundTrip} for several at once. */
public final class Answers {

    private final DataSource dataSource;
    private final String failure;

    /** @param failure what it means that a query fails, as an {@link IllegalStateException} tells */
    public Answers(DataSource dataSource, String failure) {
        this.dataSource = dataSource;
        this.failure = failure;
    }

    public <T> T to(Query<T> query) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(query.sql())) {
            query.bind(connection, select, 0);
            try (ResultSet rows = select.executeQuery()) {
                return query.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(failure, e);
        }
    }

    /** Of a query that always gives one row. */
    public <T> T one(String sql, Query.Reading<T> answer, Object... parameters) {
        return to(Query.one(sql, answer, parameters));
    }

    /** Of a query that gives a row for each key (over {@code unnest}); a key without a row has no answer. */
    public <K, V> Map<K, V> ofEach(String sql, Query.Reading<K> key, Query.Reading<V> answer, Object... parameters) {
        return to(Query.ofEach(sql, key, answer, parameters));
    }
}
