package org.qualityzones.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The table of keys: added to, never changed. */
@ApplicationScoped
class SigningKeys {

    private static final int MOST_PUBLISHED = 1000;

    private final DataSource dataSource;

    SigningKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A key as kept.
     *
     * @param publicKey X.509 form
     * @param sealedPrivate PKCS #8 form, sealed
     * @param activeFrom from when it signs, until the next one does
     */
    record Row(String kid, byte[] publicKey, byte[] sealedPrivate, Instant createdAt, Instant activeFrom) {}

    /** The key that signs at an instant, if there is one yet. */
    Optional<Row> activeAt(Instant now) {
        return read("WHERE active_from <= ? ORDER BY active_from DESC, kid LIMIT 1", now).stream()
                .findFirst();
    }

    /** Whether a key waits to become active. */
    boolean anyAfter(Instant now) {
        return !read("WHERE active_from > ? ORDER BY active_from LIMIT 1", now).isEmpty();
    }

    /** Every key there was and the next one, oldest first. */
    List<Row> all() {
        return read("ORDER BY created_at, kid LIMIT " + MOST_PUBLISHED, null);
    }

    void add(Row row) {
        String sql = "INSERT INTO signing_key (kid, public_key, sealed_private, created_at, active_from)"
                + " VALUES (?, ?, ?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, row.kid());
            insert.setBytes(2, row.publicKey());
            insert.setBytes(3, row.sealedPrivate());
            insert.setTimestamp(4, Timestamp.from(row.createdAt()));
            insert.setTimestamp(5, Timestamp.from(row.activeFrom()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The signing key " + row.kid() + " cannot be kept", e);
        }
    }

    /** Lets one process at a time make keys, until the transaction ends. */
    void takeTurns() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('signing-key'))")) {
            lock.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException("The signing keys cannot be locked", e);
        }
    }

    private List<Row> read(String condition, Instant parameter) {
        String sql = "SELECT kid, public_key, sealed_private, created_at, active_from FROM signing_key " + condition;
        List<Row> keys = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (parameter != null) {
                select.setTimestamp(1, Timestamp.from(parameter));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(new Row(
                            row.getString(1),
                            row.getBytes(2),
                            row.getBytes(3),
                            row.getTimestamp(4).toInstant(),
                            row.getTimestamp(5).toInstant()));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The signing keys cannot be read", e);
        }
        return keys;
    }
}
