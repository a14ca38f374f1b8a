package org.qualityzones.factchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.draw.ShanghaiDays;

/**
 * Changes of facts that lines were decided on. They are recorded in the transaction of the change, so none is lost, and
 * followed up later, so that an enterprise with many lines holds nobody up. Following a change up twice does no harm.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FactChanges {

    /** Longer than any transaction that files a declaration may take. */
    private static final Duration LONGEST_FILING = Duration.ofSeconds(90);

    private static final String RECORD =
            "INSERT INTO fact_change (kind, key, not_before, after_id) VALUES (?, ?, ?, ?)";
    private static final String CLAIM = """
            UPDATE fact_change SET claimed_until = ? WHERE id = (
                SELECT id FROM fact_change
                WHERE not_before <= ? AND (claimed_until IS NULL OR claimed_until < ?)
                ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, key, after_id, attempts
            """;

    private static final String DUE = """
            SELECT id, kind, key, after_id, attempts FROM fact_change
            WHERE not_before <= ? AND (claimed_until IS NULL OR claimed_until < ?)
            ORDER BY not_before, id LIMIT ?
            """;

    /** The follow-up of the claimed change begins at the first line, so it does for all of the same key that are due. */
    private static final String COALESCE = """
            DELETE FROM fact_change WHERE id IN (
                SELECT id FROM fact_change
                WHERE kind = ? AND key = ? AND id <> ? AND not_before <= ?
                    AND (claimed_until IS NULL OR claimed_until < ?)
                FOR UPDATE SKIP LOCKED)
            """;

    private static final String ADVANCE =
            "UPDATE fact_change SET after_id = ?, not_before = ?, claimed_until = NULL WHERE id = ?";
    private static final String POSTPONE =
            "UPDATE fact_change SET not_before = ?, attempts = attempts + 1, claimed_until = NULL WHERE id = ?";
    private static final String FINISH = "DELETE FROM fact_change WHERE id = ?";
    private static final String FINISH_UNCLAIMED = """
            DELETE FROM fact_change WHERE id IN (
                SELECT id FROM fact_change WHERE id = ANY (?) AND (claimed_until IS NULL OR claimed_until < ?)
                FOR UPDATE SKIP LOCKED)
            """;

    private final DataSource dataSource;
    private final FactChangeConfig config;
    private final Clock clock;

    FactChanges(DataSource dataSource, FactChangeConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Records a change. What is being filed right now rests on the facts before it and is not visible yet, so that
     * declarations as young as that are looked at once more a little later.
     */
    public void record(FactChange.Kind kind, String key) {
        Instant now = clock.instant();
        insert(kind, key, now, null);
        insert(kind, key, now.plus(LONGEST_FILING), firstIdAt(now.minus(LONGEST_FILING)));
    }

    /** Records what comes into force, or ends, with the beginning of a day to come; a day that has begun is none of these. */
    public void recordOn(FactChange.Kind kind, String key, LocalDate day) {
        Instant start = day == null ? Instant.MIN : ShanghaiDays.startOf(day);
        if (start.isAfter(clock.instant())) {
            insert(kind, key, start, null);
            insert(kind, key, start.plus(LONGEST_FILING), firstIdAt(start.minus(LONGEST_FILING)));
        }
    }

    /** One declaration is to be looked at again after a pause. */
    public void recordAfter(UUID declarationId, Duration pause) {
        insert(
                FactChange.Kind.DECLARATION,
                declarationId.toString(),
                clock.instant().plus(pause),
                null);
    }

    /** The change that is due first, for the caller alone as long as it is quick; it stays until it is finished. */
    public Optional<FactChange> claim() {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, now.plus(config.lease()).atOffset(ZoneOffset.UTC));
            claim.setObject(2, now.atOffset(ZoneOffset.UTC));
            claim.setObject(3, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = claim.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                FactChange change = change(row);
                if (change.afterId() == null) {
                    coalesce(connection, change, now);
                }
                return Optional.of(change);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No change of facts can be claimed", e);
        }
    }

    /** What is due and claimed by nobody, in the order it will be claimed in. */
    public List<FactChange> due(int most) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, now);
            select.setObject(2, now);
            select.setInt(3, most);
            List<FactChange> due = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(change(row));
                }
            }
            return due;
        } catch (SQLException e) {
            throw new IllegalStateException("The changes of facts that are due cannot be read", e);
        }
    }

    private static FactChange change(ResultSet row) throws SQLException {
        return new FactChange(
                row.getLong(1),
                FactChange.Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getInt(5));
    }

    private static void coalesce(Connection connection, FactChange change, Instant now) throws SQLException {
        try (PreparedStatement coalesce = connection.prepareStatement(COALESCE)) {
            coalesce.setString(1, change.kind().name());
            coalesce.setString(2, change.key());
            coalesce.setLong(3, change.id());
            coalesce.setObject(4, now.atOffset(ZoneOffset.UTC));
            coalesce.setObject(5, now.atOffset(ZoneOffset.UTC));
            coalesce.executeUpdate();
        }
    }

    /**
     * Declarations up to this one are dealt with; the rest waits for its turn behind the other changes that are due, for
     * whoever claims it next.
     *
     * @param last null where none is dealt with yet
     */
    public void advance(FactChange change, UUID last) {
        update(ADVANCE, change, last, clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** It failed: to be claimed again after a pause. */
    public void postpone(FactChange change, Duration pause) {
        update(POSTPONE, change, clock.instant().plus(pause).atOffset(ZoneOffset.UTC));
    }

    /** Nothing is left to do for it. */
    public void finish(FactChange change) {
        update(FINISH, change);
    }

    /** Nothing is to be done for these; what somebody has claimed meanwhile is left to that one. */
    public void finishUnclaimed(Collection<FactChange> idle) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement finish = connection.prepareStatement(FINISH_UNCLAIMED)) {
            Object[] ids = idle.stream().map(FactChange::id).toArray();
            finish.setArray(1, connection.createArrayOf("bigint", ids));
            finish.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            finish.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The changes of facts that concern nothing cannot be finished", e);
        }
    }

    private void update(String sql, FactChange change, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.setLong(values.length + 1, change.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The change of facts " + change.id() + " cannot be written", e);
        }
    }

    private void insert(FactChange.Kind kind, String key, Instant notBefore, UUID afterId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(RECORD)) {
            insert.setString(1, kind.name());
            insert.setString(2, key);
            insert.setObject(3, notBefore.atOffset(ZoneOffset.UTC));
            insert.setObject(4, afterId);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The change of " + kind + " " + key + " cannot be recorded", e);
        }
    }

    /** The least id (UUID version 7) of an instant. */
    private static UUID firstIdAt(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }
}
