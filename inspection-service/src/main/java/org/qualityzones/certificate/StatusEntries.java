package org.qualityzones.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Where certificates stand on the status lists, and what the lists say. */
@ApplicationScoped
public class StatusEntries {

    /** Certificates of one list. */
    public static final int LIST_SIZE = 65_536;

    private static final String TOUCH = """
            INSERT INTO status_list (id, revision) VALUES (?, nextval('status_revision'))
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision
            """;

    private static final String NOT_VALID = """
            SELECT status_entry - ?, status FROM certificate
            WHERE status IN ('SUSPENDED', 'REVOKED') AND status_entry >= ? AND status_entry < ?
            """;

    private final DataSource dataSource;

    StatusEntries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    static int list(Certificate certificate) {
        return (int) (certificate.statusEntry() / LIST_SIZE) + 1;
    }

    static int index(Certificate certificate) {
        return (int) (certificate.statusEntry() % LIST_SIZE);
    }

    /** Notes that what a list says of a certificate changed. */
    void touch(Certificate certificate) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement touch = connection.prepareStatement(TOUCH)) {
            touch.setInt(1, list(certificate));
            touch.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The status list of " + certificate.number() + " is not noted", e);
        }
    }

    /** Another number after every change of a list; empty when there is no such list. */
    public OptionalLong revision(int list) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT revision FROM status_list WHERE id = ?")) {
            select.setInt(1, list);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The status list " + list + " cannot be read", e);
        }
    }

    /** Entries of a list that are suspended or revoked, by index. */
    public Map<Integer, CertificateStatus> notValid(int list) {
        long first = (list - 1L) * LIST_SIZE;
        Map<Integer, CertificateStatus> entries = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NOT_VALID)) {
            select.setLong(1, first);
            select.setLong(2, first);
            select.setLong(3, first + LIST_SIZE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.put(row.getInt(1), CertificateStatus.valueOf(row.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The status list " + list + " cannot be read", e);
        }
        return entries;
    }
}
