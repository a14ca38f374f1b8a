package org.qualityzones.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Queries that do not need each other's answers, sent together: the database is waited for once, however many they are. Each
 * is a statement of its own, planned and prepared by itself, with what was committed by its beginning. Within one transaction;
 * not for concurrent use.
 */
public final class RoundTrip {

    private final DataSource dataSource;
    private final String failure;
    private final List<Asked<?>> asked = new ArrayList<>();
    private boolean sent;
    private boolean answered;

    /** @param failure what it means that a query fails, as an {@link IllegalStateException} tells */
    public RoundTrip(DataSource dataSource, String failure) {
        this.dataSource = dataSource;
        this.failure = failure;
    }

    /** @return the answer, which there is once all are {@linkplain #send sent}, at the latest when one is wanted */
    public <T> Supplier<T> ask(Query<T> query) {
        if (sent) {
            throw new IllegalStateException("The round trip has begun");
        }
        Asked<T> one = new Asked<>(query);
        asked.add(one);
        return () -> {
            send();
            if (!answered) {
                throw new IllegalStateException(failure);
            }
            return one.answer;
        };
    }

    /** Sends what was asked, in its order; once. */
    public void send() {
        if (sent || asked.isEmpty()) {
            return;
        }
        sent = true;
        String sql = asked.stream().map(each -> each.query.sql()).collect(Collectors.joining(";\n"));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int bound = 0;
            for (Asked<?> each : asked) {
                bound = each.query.bind(connection, select, bound);
            }
            select.execute();
            for (Asked<?> each : asked) {
                each.read(select);
                select.getMoreResults();
            }
            answered = true;
        } catch (SQLException e) {
            throw new IllegalStateException(failure, e);
        }
    }

    private static final class Asked<T> {

        private final Query<T> query;
        private T answer;

        Asked(Query<T> query) {
            this.query = query;
        }

        void read(PreparedStatement select) throws SQLException {
            try (ResultSet rows = select.getResultSet()) {
                answer = query.read(rows);
            }
        }
    }
}
