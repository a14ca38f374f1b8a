package org.qualityzones.copies;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.RiskWarningState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.factchange.FactChange;
import org.qualityzones.factchange.FactChanges;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;

/** Keeps every version of every risk warning, and the newest one where a line can match it. */
@ApplicationScoped
class RiskWarningCopies implements EventConsumer {

    private static final String KEEP = """
            INSERT INTO risk_warning_copy
                (id, version, lifted, level, measure, hs_prefix, destination, uscc, valid_from, valid_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                version = excluded.version, lifted = excluded.lifted, level = excluded.level,
                measure = excluded.measure, hs_prefix = excluded.hs_prefix, destination = excluded.destination,
                uscc = excluded.uscc, valid_from = excluded.valid_from, valid_until = excluded.valid_until
            WHERE risk_warning_copy.version < excluded.version
            """;

    /**
     * A warning names at least one part of its scope: the first of enterprise, goods and destination that it names is an
     * index search among those not over yet. The gravest come first.
     */
    private static final String MATCHING = """
            SELECT id, version, level, measure FROM (
                SELECT * FROM risk_warning_copy
                WHERE NOT lifted AND uscc = ANY (?) AND coalesce(valid_until, 'infinity') >= ?
                    AND (hs_prefix IS NULL OR hs_prefix = ANY (?)) AND (destination IS NULL OR destination = ?)
                UNION ALL
                SELECT * FROM risk_warning_copy
                WHERE NOT lifted AND uscc IS NULL AND hs_prefix = ANY (?) AND coalesce(valid_until, 'infinity') >= ?
                    AND (destination IS NULL OR destination = ?)
                UNION ALL
                SELECT * FROM risk_warning_copy
                WHERE NOT lifted AND uscc IS NULL AND hs_prefix IS NULL AND destination = ?
                    AND coalesce(valid_until, 'infinity') >= ?) w
            WHERE valid_from <= ?
            ORDER BY array_position(ARRAY['BAN', 'SUSPEND', 'TIGHTEN'], measure), level, id
            LIMIT 1000
            """;

    /** The same of many lines, each by its place. */
    private static final String MATCHING_EACH = """
            SELECT wanted.place, matching.id, matching.version, matching.level, matching.measure
            FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS wanted (producer, consignor, hs_code, destination, place)
            CROSS JOIN LATERAL (SELECT ARRAY(SELECT left(wanted.hs_code, length)
                FROM generate_series(2, length(wanted.hs_code), 2) AS length) AS prefixes) goods
            CROSS JOIN LATERAL (SELECT * FROM (
                SELECT * FROM risk_warning_copy w
                WHERE NOT lifted AND uscc = ANY (ARRAY[wanted.producer, wanted.consignor])
                    AND coalesce(valid_until, 'infinity') >= ? AND (hs_prefix IS NULL OR hs_prefix = ANY (goods.prefixes))
                    AND (w.destination IS NULL OR w.destination = wanted.destination)
                UNION ALL
                SELECT * FROM risk_warning_copy w
                WHERE NOT lifted AND uscc IS NULL AND hs_prefix = ANY (goods.prefixes)
                    AND coalesce(valid_until, 'infinity') >= ?
                    AND (w.destination IS NULL OR w.destination = wanted.destination)
                UNION ALL
                SELECT * FROM risk_warning_copy w
                WHERE NOT lifted AND uscc IS NULL AND hs_prefix IS NULL AND w.destination = wanted.destination
                    AND coalesce(valid_until, 'infinity') >= ?) scoped
                WHERE valid_from <= ?
                ORDER BY array_position(ARRAY['BAN', 'SUSPEND', 'TIGHTEN'], measure), level, id
                LIMIT 1000) matching
            ORDER BY place, array_position(ARRAY['BAN', 'SUSPEND', 'TIGHTEN'], measure), level, id
            """;

    private static final String KEEP_VERSION = """
            INSERT INTO risk_warning_version
                (id, version, lifted, level, measure, hs_prefix, destination, uscc, valid_from, valid_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** As {@link #MATCHING}, of each warning the highest version in force and known at a moment. */
    private static final String MATCHING_AT = """
            SELECT w.id, w.version, w.level, w.measure FROM (
                SELECT * FROM risk_warning_version
                WHERE uscc = ANY (?) AND coalesce(valid_until, 'infinity') >= ?
                    AND (hs_prefix IS NULL OR hs_prefix = ANY (?)) AND (destination IS NULL OR destination = ?)
                UNION ALL
                SELECT * FROM risk_warning_version
                WHERE uscc IS NULL AND hs_prefix = ANY (?) AND coalesce(valid_until, 'infinity') >= ?
                    AND (destination IS NULL OR destination = ?)
                UNION ALL
                SELECT * FROM risk_warning_version
                WHERE uscc IS NULL AND hs_prefix IS NULL AND destination = ?
                    AND coalesce(valid_until, 'infinity') >= ?) w
            WHERE w.valid_from <= ? AND NOT w.lifted AND w.version = (
                SELECT s.version FROM state_version s
                WHERE s.kind = 'qz.risk-warning' AND s.key = w.id AND s.valid_from <= ? AND s.learned_at <= ?
                ORDER BY s.version DESC LIMIT 1)
            ORDER BY array_position(ARRAY['BAN', 'SUSPEND', 'TIGHTEN'], w.measure), w.level, w.id
            LIMIT 1000
            """;

    /** Measures that forbid the export; the others make inspection stricter and change no clearance. */
    private static final Set<String> FORBIDDING = Set.of("BAN", "SUSPEND");

    private final Inbox inbox;
    private final StateVersions versions;
    private final FactChanges changes;
    private final DataSource dataSource;
    private final Answers answers;

    RiskWarningCopies(Inbox inbox, StateVersions versions, FactChanges changes, DataSource dataSource) {
        this.inbox = inbox;
        this.versions = versions;
        this.changes = changes;
        this.dataSource = dataSource;
        this.answers = new Answers(dataSource, "The risk warnings cannot be read");
    }

    @Incoming("risk-warning-facts")
    @Blocking
    public void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(this, record);
    }

    @Override
    public String name() {
        return "risk-warning-facts";
    }

    @Override
    public Mode mode() {
        return Mode.FACTS;
    }

    @Override
    public String topic() {
        return Topics.RISK_WARNING;
    }

    @Override
    public void on(Event event) {
        versions.append(
                event.topic(), event.key(), event.version(), event.validFrom(), event.recordedAt(), event.state());
        RiskWarningState warning = event.state(RiskWarningState.class);
        keep(KEEP, event, warning);
        keep(KEEP_VERSION, event, warning);
        if (FORBIDDING.contains(warning.measure())) {
            changes.record(FactChange.Kind.WARNING, event.key());
            changes.recordOn(FactChange.Kind.WARNING, event.key(), warning.from());
            changes.recordOn(
                    FactChange.Kind.WARNING,
                    event.key(),
                    warning.until() == null ? null : warning.until().plusDays(1));
        }
    }

    private void keep(String sql, Event event, RiskWarningState warning) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(sql)) {
            keep.setString(1, event.key());
            keep.setLong(2, event.version());
            keep.setBoolean(3, "LIFTED".equals(warning.status()));
            keep.setInt(4, warning.level());
            keep.setString(5, warning.measure());
            keep.setString(6, warning.scope().hsPrefix());
            keep.setString(7, warning.scope().destination());
            keep.setString(8, warning.scope().uscc());
            keep.setObject(9, warning.from());
            keep.setObject(10, warning.until());
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The risk warning " + event.key() + " cannot be kept", e);
        }
    }

    /** A warning in force whose whole scope matches, with the version it is known in. */
    record Match(String id, long version, int level, String measure) {}

    /** What a line may match a warning by. */
    record Scope(String producer, String consignor, String hsCode, String destination) {

        static Scope of(DeclaredLine line) {
            return new Scope(line.producer(), line.consignor(), line.hsCode(), line.destination());
        }
    }

    /** Warnings of the day that match a line: by prefix of its HS code, its destination, its producer or consignor. */
    List<Match> matching(LocalDate day, Scope scope, Moment moment) {
        return answers.to(matched(day, scope, moment));
    }

    /** The same, to be asked. */
    static Query<List<Match>> matched(LocalDate day, Scope scope, Moment moment) {
        List<String> enterprises = List.of(scope.producer(), scope.consignor());
        List<String> goods = prefixes(scope.hsCode());
        String destination = scope.destination();
        List<Object> values = new ArrayList<>(
                List.of(enterprises, day, goods, destination, goods, day, destination, destination, day, day));
        if (!moment.isNow()) {
            values.add(moment.asOf().atOffset(ZoneOffset.UTC));
            values.add(moment.knownAt().atOffset(ZoneOffset.UTC));
        }
        return Query.all(
                moment.isNow() ? MATCHING : MATCHING_AT,
                row -> new Match(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4)),
                values.toArray());
    }

    /** The same of each scope, now. */
    Map<Scope, List<Match>> matching(LocalDate day, Set<Scope> scopes) {
        List<Scope> wanted = List.copyOf(scopes);
        Map<Scope, List<Match>> matches = new HashMap<>();
        wanted.forEach(scope -> matches.put(scope, new ArrayList<>()));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(MATCHING_EACH)) {
            select.setArray(1, texts(connection, wanted, Scope::producer));
            select.setArray(2, texts(connection, wanted, Scope::consignor));
            select.setArray(3, texts(connection, wanted, Scope::hsCode));
            select.setArray(4, texts(connection, wanted, Scope::destination));
            for (int parameter = 5; parameter <= 8; parameter++) {
                select.setObject(parameter, day);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    matches.get(wanted.get(row.getInt(1) - 1))
                            .add(new Match(row.getString(2), row.getLong(3), row.getInt(4), row.getString(5)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The risk warnings cannot be read", e);
        }
        return matches;
    }

    private static Array texts(Connection connection, List<Scope> scopes, Function<Scope, String> text)
            throws SQLException {
        return connection.createArrayOf("text", scopes.stream().map(text).toArray());
    }

    private static List<String> prefixes(String hsCode) {
        List<String> prefixes = new ArrayList<>();
        for (int length = 2; length <= hsCode.length(); length += 2) {
            prefixes.add(hsCode.substring(0, length));
        }
        return prefixes;
    }
}
