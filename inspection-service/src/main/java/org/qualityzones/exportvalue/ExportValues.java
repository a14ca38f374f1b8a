package org.qualityzones.exportvalue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * Export values by producer and day. Entries are only added, in the transaction that clears a line; {@link #addUp} turns
 * them into one row a day.
 */
@ApplicationScoped
public class ExportValues {

    private static final String ADD = "INSERT INTO export_value_entry (producer, day, usd_cents) VALUES (?, ?, ?)";

    /** One statement, so one snapshot: an entry is seen either by itself or in its day. */
    private static final String SUM = """
            SELECT (SELECT coalesce(sum(usd_cents), 0) FROM export_value_day WHERE producer = ? AND day >= ?)
                + (SELECT coalesce(sum(usd_cents), 0) FROM export_value_entry WHERE producer = ? AND day >= ?)
            """;

    private static final String ADD_UP = """
            WITH added AS (
                DELETE FROM export_value_entry WHERE id IN (
                    SELECT id FROM export_value_entry ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING producer, day, usd_cents),
            kept AS (
                INSERT INTO export_value_day AS d (producer, day, usd_cents)
                SELECT producer, day, sum(usd_cents) FROM added GROUP BY producer, day ORDER BY producer, day
                ON CONFLICT (producer, day) DO UPDATE SET usd_cents = d.usd_cents + excluded.usd_cents)
            SELECT count(*) FROM added
            """;
    private static final long CENTS = 100;

    private final DataSource dataSource;

    ExportValues(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds the value of a line cleared on a day; negative when the clearance is taken back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String producer, LocalDate day, long usdCents) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setString(1, producer);
            add.setObject(2, day);
            add.setLong(3, usdCents);
            add.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The export value cannot be added", e);
        }
    }

    /** Value of the lines cleared since a day, this day included, in whole US dollars, rounded down; never negative. */
    public long usdSince(String producer, LocalDate day) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement sum = connection.prepareStatement(SUM)) {
            sum.setString(1, producer);
            sum.setObject(2, day);
            sum.setString(3, producer);
            sum.setObject(4, day);
            try (ResultSet row = sum.executeQuery()) {
                row.next();
                return Math.max(0, row.getBigDecimal(1).longValueExact() / CENTS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The export value cannot be read", e);
        }
    }

    /** Turns up to so many entries, oldest first, into their days. @return how many */
    @Transactional
    long addUp(int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement addUp = connection.prepareStatement(ADD_UP)) {
            addUp.setInt(1, limit);
            try (ResultSet row = addUp.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The export values cannot be added up", e);
        }
    }
}
