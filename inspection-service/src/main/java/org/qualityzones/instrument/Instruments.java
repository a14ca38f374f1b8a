package org.qualityzones.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.qualityzones.web.DatabaseException;

/** What was recorded of instruments, every version. */
@ApplicationScoped
public class Instruments {

    private static final int MOST = 10_000;
    private static final String INSERT = """
            INSERT INTO instrument_status (instrument, version, status, effective_on, source, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String NEWEST = """
            SELECT version, status, effective_on, source, recorded_at FROM instrument_status
            WHERE instrument = ? ORDER BY version DESC LIMIT 1
            """;
    private static final String REPEALED = """
            SELECT instrument FROM instrument_status s
            WHERE status = 'REPEALED' AND effective_on <= ?
              AND NOT EXISTS (SELECT 1 FROM instrument_status n
                              WHERE n.instrument = s.instrument AND n.version = s.version + 1)
            ORDER BY instrument LIMIT ?
            """;

    private final DataSource dataSource;

    Instruments(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** False when somebody recorded that version before. */
    public boolean add(InstrumentStatus status, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, status.instrument());
            insert.setLong(2, status.version());
            insert.setString(3, status.status().name());
            insert.setDate(4, Date.valueOf(status.effectiveOn()));
            insert.setString(5, status.source());
            insert.setString(6, by);
            insert.setTimestamp(7, Timestamp.from(status.recordedAt()));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** What was recorded last; empty when nothing was. */
    public Optional<InstrumentStatus> find(String instrument) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setString(1, instrument);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new InstrumentStatus(
                                instrument,
                                row.getLong(1),
                                InstrumentStatus.Status.valueOf(row.getString(2)),
                                row.getDate(3).toLocalDate(),
                                row.getString(4),
                                row.getTimestamp(5).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The instruments that are known as repealed on a day, whatever documents say of them. */
    public Set<String> repealed(LocalDate day) {
        Set<String> repealed = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(REPEALED)) {
            select.setDate(1, Date.valueOf(day));
            select.setInt(2, MOST);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    repealed.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return repealed;
    }

    private static DatabaseException failure(SQLException e) {
        return new DatabaseException("The instruments cannot be read or kept", e);
    }
}
