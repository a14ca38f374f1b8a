package org.qualityzones.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.web.DatabaseException;

/** What reports say of single enterprises and decisions. */
@ApplicationScoped
class ImpactDetails {

    private static final int MOST_ENTERPRISES = 100;
    private static final String ADD_CHANGE = """
            INSERT INTO impact_change (report_id, decision_id, uscc, outcome_before, outcome_after) VALUES (?, ?, ?, ?, ?)
            """;
    private static final String ADD_ENTERPRISE = """
            INSERT INTO impact_enterprise AS e (report_id, uscc, changed, stricter) VALUES (?, ?, ?, ?)
            ON CONFLICT (report_id, uscc) DO UPDATE
            SET changed = e.changed + excluded.changed, stricter = e.stricter + excluded.stricter
            """;
    private static final String ENTERPRISES = """
            SELECT uscc, changed, stricter FROM impact_enterprise
            WHERE report_id = ? ORDER BY changed DESC, uscc LIMIT ?
            """;

    private final DataSource dataSource;

    ImpactDetails(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Decisions of a producer that change. */
    record Count(long changed, long stricter) {

        Count and(Prediction prediction) {
            return new Count(changed + 1, stricter + (prediction.isStricter() ? 1 : 0));
        }
    }

    /** A producer and its decisions that change. */
    record Producer(String uscc, Count count) {}

    void add(UUID report, List<ImpactChangeView> changes, Map<String, Count> enterprises) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement change = connection.prepareStatement(ADD_CHANGE);
                PreparedStatement enterprise = connection.prepareStatement(ADD_ENTERPRISE)) {
            for (ImpactChangeView changed : changes) {
                change.setObject(1, report);
                change.setObject(2, changed.decisionId());
                change.setString(3, changed.uscc());
                change.setString(4, changed.before().name());
                change.setString(5, changed.after().name());
                change.addBatch();
            }
            change.executeBatch();
            for (Map.Entry<String, Count> counted : enterprises.entrySet()) {
                enterprise.setObject(1, report);
                enterprise.setString(2, counted.getKey());
                enterprise.setLong(3, counted.getValue().changed());
                enterprise.setLong(4, counted.getValue().stricter());
                enterprise.addBatch();
            }
            enterprise.executeBatch();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The producers with most changed decisions. */
    List<Producer> enterprises(UUID report) {
        List<Producer> producers = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ENTERPRISES)) {
            select.setObject(1, report);
            select.setInt(2, MOST_ENTERPRISES);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    producers.add(new Producer(row.getString(1), new Count(row.getLong(2), row.getLong(3))));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return producers;
    }

    private static DatabaseException failure(SQLException e) {
        return new DatabaseException("The details of an impact report cannot be read or kept", e);
    }
}
