package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.messaging.support.DatabaseException;
import org.qualityzones.messaging.support.Timestamps;

/** The table of parked letters; every method runs in the surrounding transaction, if there is one. */
@ApplicationScoped
public class ParkedLetters {

    private static final String COLUMNS = """
            select id, consumer, topic, partition, kafka_offset, key, event_id, type, version, headers, payload,
                   octet_length(payload) as size, reason_code, reason, state, attempts, parked_at, last_attempt_at, closed_at,
                   discard_reason
            from parked_letter
            """;

    private static final String WITHOUT_PAYLOAD = COLUMNS.replace(" payload,", " null::bytea as payload,");

    private final DataSource dataSource;
    private final Clock clock;

    ParkedLetters(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Keeps a letter; false when its record is kept already. */
    public boolean add(ParkedLetter letter) {
        String sql = """
                insert into parked_letter (id, consumer, topic, partition, kafka_offset, key, event_id, type, version,
                    headers, payload, reason_code, reason, state, attempts, parked_at, last_attempt_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
                on conflict (consumer, topic, partition, kafka_offset) do nothing""";
        return update(sql, insert -> {
            insert.setObject(1, letter.id());
            insert.setString(2, letter.consumer());
            insert.setString(3, letter.topic());
            insert.setInt(4, letter.partition());
            insert.setLong(5, letter.offset());
            insert.setString(6, letter.key());
            insert.setString(7, letter.eventId());
            insert.setString(8, letter.type());
            insert.setObject(9, letter.version());
            insert.setString(10, LetterHeaders.json(letter.headers()));
            insert.setBytes(11, letter.payload());
            insert.setString(12, letter.reasonCode());
            insert.setString(13, letter.reason());
            insert.setString(14, letter.state().name());
            insert.setInt(15, letter.attempts());
            insert.setObject(16, Timestamps.of(letter.parkedAt()));
            insert.setObject(17, Timestamps.of(letter.lastAttemptAt()));
        });
    }

    /** Serializes what is done to the letters of one key, until the surrounding transaction ends. */
    public void lock(String consumer, String topic, String key) {
        query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                select -> select.setString(1, String.join("\n", consumer, topic, key == null ? "" : key)));
    }

    public boolean anyOpen(String consumer, String topic, String key) {
        return firstOpen(consumer, topic, key).isPresent();
    }

    /** The letter that the key's others wait for. */
    public Optional<ParkedLetter> firstOpen(String consumer, String topic, String key) {
        String sql = COLUMNS + """
                where consumer = ? and topic = ? and key = ? and state in ('PARKED', 'WAITING')
                order by partition, kafka_offset limit 1""";
        return letters(sql, select -> {
                    select.setString(1, consumer);
                    select.setString(2, topic);
                    select.setString(3, key);
                })
                .stream()
                .findFirst();
    }

    /** What keeps an open letter from being settled now: the one that it waits for. */
    Optional<UUID> before(ParkedLetter letter) {
        if (letter.state() != ParkedLetter.State.WAITING) {
            return Optional.empty();
        }
        return firstOpen(letter.consumer(), letter.topic(), letter.key())
                .map(ParkedLetter::id)
                .filter(first -> !first.equals(letter.id()));
    }

    public Optional<ParkedLetter> find(UUID id) {
        return letters(COLUMNS + "where id = ?", select -> select.setObject(1, id)).stream()
                .findFirst();
    }

    /**
     * Newest first, without payload.
     *
     * @param state null = any
     * @param consumer null = any
     * @param after id of the last one seen, null = from the newest
     */
    public List<ParkedLetter> list(ParkedLetter.State state, String consumer, UUID after, int limit) {
        String sql = WITHOUT_PAYLOAD + """
                where (?::text is null or state = ?) and (?::text is null or consumer = ?)
                and (?::uuid is null or id < ?) order by id desc limit ?""";
        return letters(sql, select -> {
            String wanted = state == null ? null : state.name();
            select.setString(1, wanted);
            select.setString(2, wanted);
            select.setString(3, consumer);
            select.setString(4, consumer);
            select.setObject(5, after);
            select.setObject(6, after);
            select.setInt(7, limit);
        });
    }

    /** Redriven or superseded. */
    public void close(UUID id, ParkedLetter.State state) {
        String sql = """
                update parked_letter set state = ?, attempts = attempts + 1, last_attempt_at = ?, closed_at = ?
                where id = ?""";
        OffsetDateTime now = Timestamps.of(now());
        update(sql, update -> {
            update.setString(1, state.name());
            update.setObject(2, now);
            update.setObject(3, now);
            update.setObject(4, id);
        });
    }

    /** Never to be taken in; false when it is not open any more. */
    boolean discard(UUID id, String reason) {
        String sql = """
                update parked_letter set state = 'DISCARDED', discard_reason = ?, closed_at = ?
                where id = ? and state in ('PARKED', 'WAITING')""";
        return update(sql, update -> {
            update.setString(1, reason);
            update.setObject(2, Timestamps.of(now()));
            update.setObject(3, id);
        });
    }

    /** Tried in vain; false when it is not open any more. */
    public boolean failedAgain(UUID id, String reasonCode, String reason) {
        String sql = """
                update parked_letter
                set state = 'PARKED', attempts = attempts + 1, last_attempt_at = ?, reason_code = ?, reason = ?
                where id = ? and state in ('PARKED', 'WAITING')""";
        return update(sql, update -> {
            update.setObject(1, Timestamps.of(now()));
            update.setString(2, reasonCode);
            update.setString(3, reason);
            update.setObject(4, id);
        });
    }

    private Instant now() {
        return clock.instant();
    }

    private List<ParkedLetter> letters(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (ResultSet rows = select.executeQuery()) {
                List<ParkedLetter> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(letter(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseException("parked letters not read", e);
        }
    }

    private void query(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            select.execute();
        } catch (SQLException e) {
            throw new DatabaseException("parked letters not locked", e);
        }
    }

    private boolean update(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            binding.bind(update);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseException("parked letter not written", e);
        }
    }

    private static ParkedLetter letter(ResultSet rows) throws SQLException {
        return new ParkedLetter(
                rows.getObject("id", UUID.class),
                rows.getString("consumer"),
                rows.getString("topic"),
                rows.getInt("partition"),
                rows.getLong("kafka_offset"),
                rows.getString("key"),
                rows.getString("event_id"),
                rows.getString("type"),
                rows.getObject("version", Long.class),
                LetterHeaders.parse(rows.getString("headers")),
                rows.getBytes("payload"),
                rows.getInt("size"),
                rows.getString("reason_code"),
                rows.getString("reason"),
                ParkedLetter.State.valueOf(rows.getString("state")),
                rows.getInt("attempts"),
                Timestamps.instant(rows.getObject("parked_at", OffsetDateTime.class)),
                Timestamps.instant(rows.getObject("last_attempt_at", OffsetDateTime.class)),
                Timestamps.instant(rows.getObject("closed_at", OffsetDateTime.class)),
                rows.getString("discard_reason"));
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
