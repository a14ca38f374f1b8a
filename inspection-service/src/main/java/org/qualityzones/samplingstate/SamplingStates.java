package org.qualityzones.samplingstate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.qualityzones.sampling.SamplingState;
import org.qualityzones.sampling.Switching;

/** The switching state of every producer and HS heading; one that was never inspected is in normal inspection. */
@ApplicationScoped
public class SamplingStates {

    private static final String COLUMNS = "hs_heading, state, score, recent, rejected_tightened, changed_at";
    private static final String FIND =
            "SELECT " + COLUMNS + " FROM sampling_state WHERE uscc = ? AND hs_heading = ? ORDER BY hs_heading";
    private static final String LOCK = FIND + " FOR UPDATE";
    private static final String ALL = "SELECT " + COLUMNS
            + " FROM sampling_state WHERE uscc = ? AND starts_with(hs_heading, ?) ORDER BY hs_heading";
    private static final String BEGIN = """
            INSERT INTO sampling_state (uscc, hs_heading, state, score, recent, rejected_tightened, changed_at)
            VALUES (?, ?, 'NORMAL', 0, '', 0, ?) ON CONFLICT DO NOTHING
            """;
    private static final String WRITE = """
            UPDATE sampling_state SET state = ?, score = ?, recent = ?, rejected_tightened = ?, changed_at = ?
            WHERE uscc = ? AND hs_heading = ?
            """;
    private static final int HEADING = 4;

    private final DataSource dataSource;

    SamplingStates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One row. @param changedAt when it was last changed */
    record Row(String heading, Switching switching, Instant changedAt) {}

    /** The state that the next lot of this product is inspected in. @param hsCode at least the heading */
    public SamplingState of(String uscc, String hsCode) {
        try (Connection connection = dataSource.getConnection()) {
            List<Row> rows = rows(connection, FIND, uscc, heading(hsCode));
            return rows.isEmpty()
                    ? SamplingState.NORMAL
                    : rows.getFirst().switching().state();
        } catch (SQLException e) {
            throw new IllegalStateException("The sampling state cannot be read", e);
        }
    }

    /** Takes a lot's first inspection into account, in the running transaction; lots of one product wait for each other. */
    public SamplingState judged(String uscc, String hsCode, Switching.Lot lot, Instant now) {
        return change(uscc, heading(hsCode), now, before -> before.after(lot, Switching.Conditions.USUAL));
    }

    /** Corrective action was confirmed effective: discontinued inspection goes on, tightened. */
    public SamplingState corrected(String uscc, String hsCode, Instant now) {
        return change(uscc, heading(hsCode), now, Switching::corrected);
    }

    /** The states on record of one producer. @param hsPrefix empty for all of them */
    List<Row> list(String uscc, String hsPrefix) {
        try (Connection connection = dataSource.getConnection()) {
            return rows(connection, ALL, uscc, hsPrefix.substring(0, Math.min(HEADING, hsPrefix.length())));
        } catch (SQLException e) {
            throw new IllegalStateException("The sampling states cannot be read", e);
        }
    }

    private SamplingState change(String uscc, String heading, Instant now, UnaryOperator<Switching> change) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, uscc);
            begin.setString(2, heading);
            begin.setObject(3, now.atOffset(ZoneOffset.UTC));
            begin.executeUpdate();
            Switching before = rows(connection, LOCK, uscc, heading).getFirst().switching();
            Switching after = change.apply(before);
            if (!after.equals(before)) {
                write(connection, uscc, heading, after, now);
            }
            return after.state();
        } catch (SQLException e) {
            throw new IllegalStateException("The sampling state cannot be written", e);
        }
    }

    private static void write(Connection connection, String uscc, String heading, Switching after, Instant now)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            StringBuilder recent = new StringBuilder();
            after.recent().forEach(accepted -> recent.append(accepted ? 'A' : 'R'));
            write.setString(1, after.state().name());
            write.setInt(2, after.score());
            write.setString(3, recent.toString());
            write.setInt(4, after.rejectedTightened());
            write.setObject(5, now.atOffset(ZoneOffset.UTC));
            write.setString(6, uscc);
            write.setString(7, heading);
            write.executeUpdate();
        }
    }

    private static List<Row> rows(Connection connection, String sql, String uscc, String heading) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, uscc);
            select.setString(2, heading);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            new Switching(
                                    SamplingState.valueOf(row.getString(2)),
                                    row.getInt(3),
                                    row.getString(4)
                                            .chars()
                                            .mapToObj(lot -> lot == 'A')
                                            .toList(),
                                    row.getInt(5)),
                            row.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
            return rows;
        }
    }

    private static String heading(String hsCode) {
        return hsCode.substring(0, HEADING);
    }
}
