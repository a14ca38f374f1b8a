package org.qualityzones.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qualityzones.messaging.EventJson;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;

/** The stored feed. Its head is locked by whoever appends, until the end of that transaction. */
@ApplicationScoped
public class Feed {

    private final Database database;

    Feed(Database database) {
        this.database = database;
    }

    /** The last position whose event is committed; 0 for an empty feed. */
    public long head() {
        return database.first("SELECT position FROM feed_head", row -> row.number("position"))
                .orElseThrow();
    }

    /** Locks the head and answers it: nothing is appended by others until the transaction ends. */
    public long lockHead() {
        return database.first("SELECT position FROM feed_head FOR UPDATE", row -> row.number("position"))
                .orElseThrow();
    }

    /** Events in order, {@code after < position <= upTo}; the caller bounds the range. */
    public List<FeedEvent> range(long after, long upTo) {
        return database.list(
                "SELECT * FROM feed WHERE position > ? AND position <= ? ORDER BY position", Feed::event, after, upTo);
    }

    /** The events at these positions. */
    public List<FeedEvent> at(List<Long> positions) {
        return database.list(
                "SELECT * FROM feed WHERE position = ANY (?::bigint[]) ORDER BY position",
                Feed::event,
                positions.stream().map(String::valueOf).toList());
    }

    /** The position of the first event received at or after an instant, if there is one. */
    public Optional<Long> firstReceivedFrom(Instant instant) {
        return database.first(
                "SELECT position FROM feed WHERE received_at >= ? ORDER BY received_at, position LIMIT 1",
                row -> row.number("position"),
                instant);
    }

    /** Gives an event the next position. */
    FeedEvent append(FeedEvent event, Instant receivedAt) {
        FeedKeys keys = event.keys();
        long position = database.first(
                        """
                WITH head AS (UPDATE feed_head SET position = position + 1 RETURNING position)
                INSERT INTO feed (position, event_id, type, topic, subject, version, valid_from, recorded_at,
                    received_at, request_id, traceparent, usccs, zones, areas, hs_codes, severity, audience, change)
                SELECT position, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?, ?, ?,
                    ?::smallint, ?, ? FROM head
                RETURNING position""",
                        row -> row.number("position"),
                        event.id(),
                        event.type(),
                        event.topic(),
                        event.subject(),
                        event.version(),
                        event.validFrom(),
                        event.recordedAt(),
                        receivedAt,
                        event.requestId(),
                        event.traceparent(),
                        keys.usccs(),
                        keys.zones(),
                        keys.areas(),
                        keys.hsCodes(),
                        keys.severity().map(Severity::ordinal).orElse(null),
                        event.audience().orElse(null),
                        event.change().toString())
                .orElseThrow();
        return event.at(position);
    }

    private static FeedEvent event(Row row) throws SQLException {
        Integer severity = row.integerOrNull("severity");
        FeedKeys keys = new FeedKeys(
                row.texts("usccs"),
                row.texts("zones"),
                row.texts("areas"),
                row.texts("hs_codes"),
                Optional.ofNullable(severity).map(ordinal -> Severity.values()[ordinal]));
        return new FeedEvent(
                row.number("position"),
                row.text("event_id"),
                row.text("type"),
                row.text("topic"),
                row.text("subject"),
                row.number("version"),
                row.instant("valid_from"),
                row.instant("recorded_at"),
                row.text("request_id"),
                row.text("traceparent"),
                keys,
                Optional.ofNullable(row.text("audience")),
                EventJson.parse(row.text("change")));
    }
}
