package org.qualityzones.correctiveaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** Counts a producer's corrective actions that are not closed. */
@ApplicationScoped
public class CorrectiveActionCounts {

    private static final String COUNT = """
            SELECT count(*), count(*) FILTER (WHERE status = 'OPEN' AND deadline < ?) FROM corrective_action
            WHERE producer = ? AND status IN ('OPEN', 'SUBMITTED')
            """;

    private final DataSource dataSource;

    CorrectiveActionCounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param overdue those of the open ones not submitted by their deadline */
    public record Count(long open, long overdue) {}

    /** What is open, and overdue on a day. */
    public Count on(LocalDate day, String producer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setObject(1, day);
            count.setString(2, producer);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new Count(row.getLong(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The corrective actions cannot be counted", e);
        }
    }
}
