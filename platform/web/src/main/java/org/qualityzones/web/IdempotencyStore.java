package org.qualityzones.web;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

/** The table of idempotency keys, in plain JDBC inside the caller's transaction. */
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
class IdempotencyStore {

    /** Two statements in one round trip: the second has a snapshot taken after the lock was had. */
    private static final String CLAIM = """
            select pg_try_advisory_xact_lock(?);
            select fingerprint, status, location, etag, body from idempotency where scope = ? and created_at > ?
            """;

    private static final String INSERT = """
            insert into idempotency (scope, fingerprint, status, location, etag, body, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (scope) do update
            set fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location,
                etag = excluded.etag, body = excluded.body, created_at = excluded.created_at
            where idempotency.created_at <= ?
            """;

    private static final String CLEANUP = """
            delete from idempotency where scope in
            (select scope from idempotency where created_at <= ? order by created_at limit ? for update skip locked)
            """;

    private final DataSource dataSource;
    private final LateWrites writes;
    private final WebConfig config;
    private final Clock clock;

    IdempotencyStore(DataSource dataSource, LateWrites writes, WebConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.writes = writes;
        this.config = config;
        this.clock = clock;
    }

    /** Tries to take the scope for this transaction and looks up what is stored for it. */
    Claim claim(byte[] scope) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setLong(1, ByteBuffer.wrap(scope).getLong());
            claim.setBytes(2, scope);
            claim.setTimestamp(3, Timestamp.from(oldestKept()));
            claim.execute();
            boolean locked = isLocked(claim);
            claim.getMoreResults();
            return stored(claim, locked);
        } catch (SQLException failure) {
            throw new DatabaseException("The idempotency key cannot be looked up", failure);
        }
    }

    /** Stores the answer, with what waits to be written; false when another transaction has stored one for this scope meanwhile. */
    boolean insert(byte[] scope, StoredAnswer answer) {
        int stored = writes.flush(
                INSERT,
                scope,
                answer.fingerprint(),
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.body(),
                Timestamp.from(clock.instant()),
                Timestamp.from(oldestKept()));
        return stored == 1;
    }

    /** Removes expired keys, a batch at most; answers how many. */
    int removeExpired(int batch) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(CLEANUP)) {
            delete.setTimestamp(1, Timestamp.from(oldestKept()));
            delete.setInt(2, batch);
            return delete.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseException("Expired idempotency keys cannot be removed", failure);
        }
    }

    private Instant oldestKept() {
        return clock.instant().minus(config.idempotency().keep());
    }

    private static boolean isLocked(PreparedStatement claim) throws SQLException {
        try (ResultSet lock = claim.getResultSet()) {
            return lock.next() && lock.getBoolean(1);
        }
    }

    private static Claim stored(PreparedStatement claim, boolean locked) throws SQLException {
        try (ResultSet row = claim.getResultSet()) {
            return new Claim(
                    locked,
                    row.next()
                            ? new StoredAnswer(
                                    row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4), row.getBytes(5))
                            : null);
        }
    }

    /** Whether the scope is ours for this transaction, and the answer stored for it, or null. */
    record Claim(boolean locked, StoredAnswer answer) {}
}
