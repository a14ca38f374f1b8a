package org.qualityzones.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qualityzones.messaging.EventJson;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;

/** The stored feed. Its head is locked by whoever appends, until the end of that transaction. */
@ApplicationScoped
public class Feed {

    private static final String APPEND = """
            WITH head AS (UPDATE feed_head SET position = position + ? RETURNING position),
            placed AS (
                INSERT INTO feed (position, event_id, type, topic, subject, version, valid_from, recorded_at,
                    received_at, request_id, traceparent, usccs, zones, areas, hs_codes, severity, audience, change)
                SELECT head.position - ? + e.place, e.event_id, e.type, e.topic, e.subject, e.version, e.valid_from,
                    e.recorded_at, ?::timestamptz, e.request_id, e.traceparent, e.usccs::text[], e.zones::text[],
                    e.areas::text[], e.hs_codes::text[], e.severity, e.audience, e.change
                FROM head, unnest(?, ?, ?, ?, ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?, ?, ?, ?, ?, ?,
                        ?::smallint[], ?, ?) WITH ORDINALITY
                    AS e (event_id, type, topic, subject, version, valid_from, recorded_at, request_id, traceparent,
                        usccs, zones, areas, hs_codes, severity, audience, change, place))
            SELECT position FROM head""";

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

    /** Gives events the next positions, in this order, with one statement. */
    List<FeedEvent> append(List<FeedEvent> events, Instant receivedAt) {
        long last = database.first(
                        APPEND,
                        row -> row.number("position"),
                        events.size(),
                        events.size(),
                        receivedAt,
                        column(events, FeedEvent::id),
                        column(events, FeedEvent::type),
                        column(events, FeedEvent::topic),
                        column(events, FeedEvent::subject),
                        column(events, FeedEvent::version),
                        column(events, FeedEvent::validFrom),
                        column(events, FeedEvent::recordedAt),
                        column(events, FeedEvent::requestId),
                        column(events, FeedEvent::traceparent),
                        column(events, event -> literal(event.keys().usccs())),
                        column(events, event -> literal(event.keys().zones())),
                        column(events, event -> literal(event.keys().areas())),
                        column(events, event -> literal(event.keys().hsCodes())),
                        column(events, event -> event.keys()
                                .severity()
                                .map(Severity::ordinal)
                                .orElse(null)),
                        column(events, event -> event.audience().orElse(null)),
                        column(events, FeedEvent::change))
                .orElseThrow();
        long before = last - events.size();
        return IntStream.range(0, events.size())
                .mapToObj(i -> events.get(i).at(before + i + 1))
                .toList();
    }

    private static List<String> column(List<FeedEvent> events, Function<FeedEvent, Object> value) {
        return events.stream()
                .map(value)
                .map(field -> field == null ? null : field.toString())
                .toList();
    }

    /** A list as PostgreSQL writes it: its arrays of arrays have rows of one length. */
    private static String literal(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
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
