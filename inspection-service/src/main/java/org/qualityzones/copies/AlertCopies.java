package org.qualityzones.copies;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.AlertState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;

/**
 * Keeps every version of every alert, and which enterprises it names for certain: those whose match a person confirmed,
 * while the alert stands.
 */
@ApplicationScoped
class AlertCopies implements EventConsumer {

    private static final String RETURN = "RETURN";

    /** A finding at home is neither a return nor a foreign notification. */
    private static final String DOMESTIC = "DOMESTIC_SPOT_CHECK";

    private static final String FORGET = "DELETE FROM alert_copy WHERE alert_id = ? AND uscc <> ALL (?)";
    private static final String KEEP = """
            INSERT INTO alert_copy (alert_id, uscc, returned, published_on)
            SELECT ?, named, ?, ? FROM unnest(?) AS named
            ON CONFLICT (alert_id, uscc) DO UPDATE SET
                returned = excluded.returned, published_on = excluded.published_on
            """;
    private static final String KEEP_VERSION = """
            INSERT INTO alert_naming_version (alert_id, version, uscc, returned, published_on)
            SELECT ?, ?, named, ?, ? FROM unnest(?) AS named
            """;
    private static final String COUNT_AT = """
            SELECT count(*) FILTER (WHERE returned), count(*) FILTER (WHERE NOT returned)
            FROM alert_naming_version a WHERE uscc = ? AND published_on >= ? AND version = (
                SELECT s.version FROM state_version s
                WHERE s.kind = 'qz.alert' AND s.key = a.alert_id AND s.valid_from <= ? AND s.learned_at <= ?
                ORDER BY s.version DESC LIMIT 1)
            """;
    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE returned), count(*) FILTER (WHERE NOT returned)
            FROM alert_copy WHERE uscc = ? AND published_on >= ?
            """;
    private static final String COUNT_OF_EACH = """
            SELECT wanted.uscc, counted.* FROM unnest(?) AS wanted (uscc) CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE returned), count(*) FILTER (WHERE NOT returned)
                FROM alert_copy WHERE uscc = wanted.uscc AND published_on >= ?) counted
            """;

    private final Inbox inbox;
    private final StateVersions versions;
    private final DataSource dataSource;
    private final Answers answers;

    AlertCopies(Inbox inbox, StateVersions versions, DataSource dataSource) {
        this.inbox = inbox;
        this.versions = versions;
        this.dataSource = dataSource;
        this.answers = new Answers(dataSource, "The alerts cannot be counted");
    }

    @Incoming("alert-facts")
    @Blocking
    public void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(this, record);
    }

    @Override
    public String name() {
        return "alert-facts";
    }

    @Override
    public Mode mode() {
        return Mode.FACTS;
    }

    @Override
    public String topic() {
        return Topics.ALERT;
    }

    @Override
    public void on(Event event) {
        versions.append(
                event.topic(), event.key(), event.version(), event.validFrom(), event.recordedAt(), event.state());
        AlertState alert = event.state(AlertState.class);
        Object[] named = named(alert).toArray();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement keep = connection.prepareStatement(KEEP);
                PreparedStatement version = connection.prepareStatement(KEEP_VERSION)) {
            forget.setString(1, event.key());
            forget.setArray(2, connection.createArrayOf("text", named));
            forget.executeUpdate();
            keep.setString(1, event.key());
            keep.setBoolean(2, RETURN.equals(alert.source()));
            keep.setObject(3, ShanghaiDays.of(alert.publishedAt()));
            keep.setArray(4, connection.createArrayOf("text", named));
            keep.executeUpdate();
            version.setString(1, event.key());
            version.setLong(2, event.version());
            version.setBoolean(3, RETURN.equals(alert.source()));
            version.setObject(4, ShanghaiDays.of(alert.publishedAt()));
            version.setArray(5, connection.createArrayOf("text", named));
            version.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The alert " + event.key() + " cannot be kept", e);
        }
    }

    /** Each enterprise once, however many of its products match. */
    private static List<String> named(AlertState alert) {
        boolean counts = "ACTIVE".equals(alert.status()) && !DOMESTIC.equals(alert.source());
        return !counts || alert.matches() == null
                ? List.of()
                : alert.matches().stream()
                        .filter(match -> "CONFIRMED".equals(match.state()))
                        .map(AlertState.Match::uscc)
                        .distinct()
                        .toList();
    }

    /** Returns, and foreign notifications (recalls among them), that name an enterprise. */
    record Count(long returns, long notifications) {}

    /** What was published from a day on. */
    Count since(String uscc, LocalDate day) {
        return answers.to(published(uscc, day));
    }

    /** The same, to be asked. */
    static Query<Count> published(String uscc, LocalDate day) {
        return count(COUNT, uscc, day);
    }

    /** The same of each enterprise. */
    Map<String, Count> since(Set<String> usccs, LocalDate day) {
        return answers.ofEach(
                COUNT_OF_EACH, row -> row.getString(1), row -> new Count(row.getLong(2), row.getLong(3)), usccs, day);
    }

    /** What was published from a day on, at a moment. */
    Count since(String uscc, LocalDate day, Moment moment) {
        return moment.isNow()
                ? since(uscc, day)
                : answers.to(count(
                        COUNT_AT,
                        uscc,
                        day,
                        moment.asOf().atOffset(ZoneOffset.UTC),
                        moment.knownAt().atOffset(ZoneOffset.UTC)));
    }

    private static Query<Count> count(String sql, Object... parameters) {
        return Query.one(sql, row -> new Count(row.getLong(1), row.getLong(2)), parameters);
    }
}
