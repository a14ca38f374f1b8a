package org.qualityzones.web;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Rows that nobody reads in the transaction that writes them, such as its events and its audit entry. In a command they wait
 * for its answer and are written with it, in the order in which they came: statements of their own in one round trip. In
 * every other transaction each is written at once.
 */
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
public class LateWrites {

    /** More rows than these are a batch of their own. */
    static final int FEW = 8;

    private static final String FAILED = "What the transaction records cannot be written";

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;

    public LateWrites(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    /** A statement that waits. @param values of its parameters; arrays of texts as {@code String[]} */
    private record Write(String sql, List<Object> values) {}

    /** From now on rows wait, until {@link #flush}. */
    void begin() {
        transactions.putResource(this, new ArrayList<Write>());
    }

    /**
     * Inserts rows, in their order.
     *
     * @param into {@code insert into table (columns)}
     * @param rows the values of each, none an array
     */
    public void insert(String into, List<Object[]> rows) {
        List<Write> waiting = waiting();
        if (rows.isEmpty()) {
            return;
        }
        if (waiting != null && rows.size() <= FEW) {
            String tuples = String.join(", ", Collections.nCopies(rows.size(), tuple(rows.getFirst())));
            waiting.add(new Write(
                    into + " values " + tuples,
                    rows.stream().flatMap(Arrays::stream).collect(Collectors.toCollection(ArrayList::new))));
            return;
        }
        if (waiting != null) {
            send(waiting);
        }
        batch(into + " values " + tuple(rows.getFirst()), rows);
    }

    /** Runs a statement that changes rows. @param values of its parameters, arrays of texts as {@code String[]} */
    public void write(String sql, Object... values) {
        Write write = new Write(sql, Arrays.asList(values));
        List<Write> waiting = waiting();
        if (waiting == null) {
            send(new ArrayList<>(List.of(write)));
        } else {
            waiting.add(write);
        }
    }

    /** Writes what waits, and this after it. @return how many rows this changed */
    int flush(String sql, Object... values) {
        List<Write> waiting = waiting();
        List<Write> all = waiting == null ? new ArrayList<>() : waiting;
        all.add(new Write(sql, Arrays.asList(values)));
        return send(all);
    }

    @SuppressWarnings("unchecked")
    private List<Write> waiting() {
        return (List<Write>) transactions.getResource(this);
    }

    /** @return how many rows the last one changed */
    private int send(List<Write> writes) {
        if (writes.isEmpty()) {
            return 0;
        }
        String sql = writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 0;
            for (Write write : writes) {
                for (Object value : write.values()) {
                    place++;
                    bind(connection, statement, place, value);
                }
            }
            statement.execute();
            for (int i = 1; i < writes.size(); i++) {
                statement.getMoreResults();
            }
            writes.clear();
            return statement.getUpdateCount();
        } catch (SQLException failure) {
            throw new DatabaseException(FAILED, failure);
        }
    }

    private void batch(String sql, List<Object[]> rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new DatabaseException(FAILED, failure);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int place, Object value)
            throws SQLException {
        if (value instanceof String[] texts) {
            statement.setArray(place, connection.createArrayOf("text", texts));
        } else {
            statement.setObject(place, value);
        }
    }

    private static String tuple(Object[] row) {
        return "(" + String.join(", ", Collections.nCopies(row.length, "?")) + ")";
    }
}
