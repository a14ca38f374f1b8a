package org.qualityzones.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.exemptionrule.Terms;

/** Finds what holders are to be reminded of and has not been told yet. */
@ApplicationScoped
class Reminders {

    private static final int LONGEST_NOTICE_DAYS = 93;

    /** Three months before the last day, while nobody applied for renewal; month ends fall as in java.time. */
    private static final String RENEWAL = """
            SELECT c.id, c.valid_until FROM certificate c
            WHERE c.status IN ('VALID', 'SUSPENDED') AND c.valid_until BETWEEN ? AND ?
                AND c.valid_until - interval '3 months' <= ?
                AND NOT EXISTS (SELECT 1 FROM certificate n WHERE n.renews = c.number)
                AND NOT EXISTS (SELECT 1 FROM certificate_reminder r
                    WHERE r.certificate_id = c.id AND r.what = 'RENEWAL' AND r.due_on = c.valid_until)
            ORDER BY c.valid_until LIMIT ?
            """;

    /** Last year's exempt trade is not reported, of certificates that were on record by the last day for it. */
    private static final String REPORT = """
            SELECT c.id FROM certificate c
            WHERE c.valid_from < ? AND c.valid_until >= ? AND c.issued_at < ?
                AND (c.status <> 'REVOKED' OR c.revoked_on >= ?)
                AND NOT EXISTS (SELECT 1 FROM certificate_report r WHERE r.certificate_id = c.id AND r.year = ?)
                AND NOT EXISTS (SELECT 1 FROM certificate_reminder r
                    WHERE r.certificate_id = c.id AND r.what = ? AND r.due_on = ?)
            ORDER BY c.id LIMIT ?
            """;

    private static final String RECTIFICATION = """
            SELECT c.id, c.rectify_by FROM certificate c
            WHERE c.status = 'SUSPENDED' AND c.rectify_by <= ?
                AND NOT EXISTS (SELECT 1 FROM certificate_reminder r
                    WHERE r.certificate_id = c.id AND r.what = 'RECTIFICATION' AND r.due_on = c.rectify_by)
            ORDER BY c.rectify_by LIMIT ?
            """;

    private static final String TELL = """
            INSERT INTO certificate_reminder (certificate_id, what, due_on, told_at) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final DataSource dataSource;

    Reminders(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is due on a day; each kind up to a limit. */
    List<Reminder> due(LocalDate today, int limit) {
        List<Reminder> due = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            due.addAll(renewals(connection, today, limit));
            due.addAll(reports(connection, today, limit));
            due.addAll(rectifications(connection, today, limit));
        } catch (SQLException e) {
            throw new IllegalStateException("The reminders due cannot be read", e);
        }
        return due;
    }

    /** Notes that a reminder is told. @return false when it was told before */
    boolean tell(Reminder reminder, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(TELL)) {
            insert.setObject(1, reminder.certificateId());
            insert.setString(2, reminder.what());
            insert.setObject(3, reminder.dueOn());
            insert.setTimestamp(4, Timestamp.from(now));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("A reminder cannot be noted", e);
        }
    }

    private static List<Reminder> renewals(Connection connection, LocalDate today, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RENEWAL)) {
            select.setObject(1, today);
            select.setObject(2, today.plusDays(LONGEST_NOTICE_DAYS));
            select.setObject(3, today);
            select.setInt(4, limit);
            return read(select, "RENEWAL");
        }
    }

    private static List<Reminder> rectifications(Connection connection, LocalDate today, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RECTIFICATION)) {
            select.setObject(1, today);
            select.setInt(2, limit);
            return read(select, "RECTIFICATION");
        }
    }

    private static List<Reminder> reports(Connection connection, LocalDate today, int limit) throws SQLException {
        int year = today.getYear() - 1;
        LocalDate due = Terms.reportDue(year);
        String what = today.isAfter(due) ? "ANNUAL_REPORT_OVERDUE" : "ANNUAL_REPORT";
        List<Reminder> reminders = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(REPORT)) {
            select.setObject(1, LocalDate.of(year + 1, 1, 1));
            select.setObject(2, LocalDate.of(year, 1, 1));
            select.setTimestamp(3, Timestamp.from(ShanghaiDays.startOf(due.plusDays(1))));
            select.setObject(4, LocalDate.of(year, 1, 1));
            select.setInt(5, year);
            select.setString(6, what);
            select.setObject(7, due);
            select.setInt(8, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reminders.add(new Reminder(rows.getObject(1, UUID.class), what, due));
                }
            }
        }
        return reminders;
    }

    private static List<Reminder> read(PreparedStatement select, String what) throws SQLException {
        List<Reminder> reminders = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                reminders.add(new Reminder(rows.getObject(1, UUID.class), what, rows.getObject(2, LocalDate.class)));
            }
        }
        return reminders;
    }
}
