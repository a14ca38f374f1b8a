package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.qualityzones.messaging.support.DatabaseException;
import org.qualityzones.messaging.support.Timestamps;

/** Inbox, applied versions and positions: one statement for each arrival or poll, in the transaction of the effects. */
@ApplicationScoped
class InboxTable {

    private static final String MOVED = """
            moved as (
                insert into consumer_position as p (consumer, topic, partition, applied) values (?, ?, ?, ?)
                on conflict (consumer, topic, partition) do update
                set applied = greatest(p.applied, excluded.applied))
            """;

    private static final String MOVE = "with " + MOVED + "select true";

    private static final String SEEN = """
            with seen as (
                insert into inbox (consumer, event_id, received_at) values (?, ?, ?)
                on conflict do nothing returning true)
            """;

    private static final String SEEN_AND_MOVED = SEEN + "," + MOVED;

    private static final String ACTING = """
            select exists (select from seen),
                   true,
                   exists (select from parked_letter
                           where consumer = ? and topic = ? and key = ? and state in ('PARKED', 'WAITING'))""";

    /** As {@link #ACTING}, for all records of a poll; answers the ids not seen before and the keys of which a letter is open. */
    private static final String ACTING_ON_POLL = """
            with seen as (
                insert into inbox (consumer, event_id, received_at)
                select ?, event_id, ? from unnest(?) as arrived (event_id)
                on conflict do nothing returning event_id),
            moved as (
                insert into consumer_position as p (consumer, topic, partition, applied)
                select ?, ?, partition, applied from unnest(?, ?) as last (partition, applied)
                on conflict (consumer, topic, partition) do update
                set applied = greatest(p.applied, excluded.applied))
            select array(select event_id from seen),
                   array(select key from unnest(?) as asked (key)
                         where exists (select from parked_letter
                                       where consumer = ? and topic = ? and key = asked.key
                                       and state in ('PARKED', 'WAITING')))""";

    private static final String FACTS = """
            , newest as (
                insert into applied_version as a (consumer, topic, key, version)
                select ?, ?, ?, ? where exists (select from seen)
                on conflict (consumer, topic, key) do update set version = excluded.version
                where a.version < excluded.version returning true),
            overtaken as (
                update parked_letter set state = 'SUPERSEDED', closed_at = ?
                where consumer = ? and topic = ? and key = ? and state = 'PARKED'
                and (version is null or version < ?) and exists (select from newest) returning true)
            select exists (select from seen), exists (select from newest), exists (select from overtaken)""";

    private final DataSource dataSource;
    private final Clock clock;

    InboxTable(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** The record is dealt with, without an event that counts. */
    void skip(String consumer, ConsumerRecord<String, byte[]> record) {
        query(MOVE, select -> position(select, 1, consumer, record));
    }

    /**
     * A keeper of facts meets an event: {@code detail} = a parked letter of the key was superseded.
     *
     * @param moves the position too; false where a later record of its partition moves it in the same transaction
     */
    Arrival facts(String consumer, ConsumerRecord<String, byte[]> record, Event event, boolean moves) {
        return query(seen(moves) + FACTS, select -> {
            int next = seen(select, consumer, record, event.id(), moves);
            select.setString(next++, consumer);
            select.setString(next++, event.topic());
            select.setString(next++, event.key());
            select.setLong(next++, event.version());
            select.setObject(next++, now());
            select.setString(next++, consumer);
            select.setString(next++, event.topic());
            select.setString(next++, event.key());
            select.setLong(next, event.version());
        });
    }

    /** One who acts meets an event: {@code detail} = a letter of the key is open. {@code moves} as of {@link #facts}. */
    Arrival acting(String consumer, ConsumerRecord<String, byte[]> record, String key, String eventId, boolean moves) {
        return query(seen(moves) + ACTING, select -> {
            int next = seen(select, consumer, record, eventId, moves);
            select.setString(next++, consumer);
            select.setString(next++, record.topic());
            select.setString(next, key);
        });
    }

    /**
     * One who acts meets what one poll gave, with one statement: the arrivals in the order of the records. One that is
     * skipped only moves the position; of an id that comes twice the first counts.
     */
    List<Arrival> acting(String consumer, List<Received> poll) {
        String topic = poll.getFirst().record().topic();
        SortedSet<String> ids = new TreeSet<>();
        SortedSet<String> keys = new TreeSet<>();
        SortedMap<Integer, Long> positions = new TreeMap<>();
        for (Received received : poll) {
            positions.merge(received.record().partition(), received.record().offset() + 1, Math::max);
            if (!received.isSkipped()) {
                ids.add(received.event().id());
                keys.add(received.event().key());
            }
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ACTING_ON_POLL)) {
            select.setString(1, consumer);
            select.setObject(2, now());
            select.setArray(3, connection.createArrayOf("text", ids.toArray()));
            select.setString(4, consumer);
            select.setString(5, topic);
            select.setArray(
                    6, connection.createArrayOf("int4", positions.keySet().toArray()));
            select.setArray(
                    7, connection.createArrayOf("int8", positions.values().toArray()));
            select.setArray(8, connection.createArrayOf("text", keys.toArray()));
            select.setString(9, consumer);
            select.setString(10, topic);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return arrivals(poll, texts(rows, 1), texts(rows, 2));
            }
        } catch (SQLException e) {
            throw new DatabaseException("inbox not written", e);
        }
    }

    private static List<Arrival> arrivals(List<Received> poll, Set<String> unseen, Set<String> open) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Received received : poll) {
            Event event = received.event();
            arrivals.add(
                    received.isSkipped()
                            ? Arrival.SKIPPED
                            : new Arrival(unseen.remove(event.id()), true, open.contains(event.key())));
        }
        return arrivals;
    }

    private static Set<String> texts(ResultSet rows, int column) throws SQLException {
        return new HashSet<>(List.of((String[]) rows.getArray(column).getArray()));
    }

    /** Raises the applied version of a key; false when it is that high already. */
    boolean raise(String consumer, Event event) {
        String sql = """
                insert into applied_version as a (consumer, topic, key, version) values (?, ?, ?, ?)
                on conflict (consumer, topic, key) do update set version = excluded.version
                where a.version < excluded.version""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, consumer);
            insert.setString(2, event.topic());
            insert.setString(3, event.key());
            insert.setLong(4, event.version());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseException("applied version not raised", e);
        }
    }

    private static String seen(boolean moves) {
        return moves ? SEEN_AND_MOVED : SEEN;
    }

    private int seen(
            PreparedStatement select,
            String consumer,
            ConsumerRecord<String, byte[]> record,
            String eventId,
            boolean moves)
            throws SQLException {
        select.setString(1, consumer);
        select.setString(2, eventId);
        select.setObject(3, now());
        return moves ? position(select, 4, consumer, record) : 4;
    }

    private static int position(
            PreparedStatement select, int first, String consumer, ConsumerRecord<String, byte[]> record)
            throws SQLException {
        select.setString(first, consumer);
        select.setString(first + 1, record.topic());
        select.setInt(first + 2, record.partition());
        select.setLong(first + 3, record.offset() + 1);
        return first + 4;
    }

    private Arrival query(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getMetaData().getColumnCount() == 1
                        ? Arrival.SKIPPED
                        : new Arrival(rows.getBoolean(1), rows.getBoolean(2), rows.getBoolean(3));
            }
        } catch (SQLException e) {
            throw new DatabaseException("inbox not written", e);
        }
    }

    private OffsetDateTime now() {
        return Timestamps.of(clock.instant());
    }

    /** @param first not a duplicate @param newest its version is above all applied @param detail see the methods */
    record Arrival(boolean first, boolean newest, boolean detail) {
        static final Arrival SKIPPED = new Arrival(false, false, false);
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement select) throws SQLException;
    }
}
