package org.qualityzones.system.oracle;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qualityzones.system.suite.SuiteUnderTest;

/** What the databases hold, read past the services. */
public record Tables(SuiteUnderTest suite) {

    /** Ids of the declarations of a consignor. */
    public List<String> declarations(String consignor) {
        return texts("qz_inspection", "SELECT id::text FROM declaration WHERE consignor = ?", consignor);
    }

    /** Declarations of a consignor, one entry for each decision on record. */
    public List<String> decided(String consignor) {
        return texts(
                "qz_inspection",
                "SELECT declaration_id::text FROM decision WHERE declaration_id IN"
                        + " (SELECT id FROM declaration WHERE consignor = ?)",
                consignor);
    }

    /** Declarations of a consignor, one entry for each decision that supersedes no other. */
    public List<String> decidedFirst(String consignor) {
        return texts(
                "qz_inspection",
                "SELECT declaration_id::text FROM decision WHERE supersedes IS NULL AND declaration_id IN"
                        + " (SELECT id FROM declaration WHERE consignor = ?)",
                consignor);
    }

    /** Declarations of a consignor, one entry for each decision that supersedes another, for this cause. */
    public List<String> decidedAgain(String consignor, String cause) {
        return texts(
                "qz_inspection",
                "SELECT declaration_id::text FROM decision WHERE supersedes IS NOT NULL AND cause = '" + cause
                        + "' AND declaration_id IN (SELECT id FROM declaration WHERE consignor = ?)",
                consignor);
    }

    /** Declarations of a consignor, one entry for each time the audit says that they were filed. */
    public List<String> audited(String consignor) {
        return texts(
                "qz_inspection",
                "SELECT subject FROM audit_entry WHERE action = 'declaration.file' AND subject IN"
                        + " (SELECT id::text FROM declaration WHERE consignor = ?)",
                consignor);
    }

    /** Ids of the alerts whose reference begins so. */
    public List<String> alerts(String reference) {
        return texts("qz_notification", "SELECT id::text FROM alert WHERE starts_with(reference, ?)", reference);
    }

    /** References that begin so, one entry for each alert. */
    public List<String> alertReferences(String reference) {
        return texts("qz_notification", "SELECT reference FROM alert WHERE starts_with(reference, ?)", reference);
    }

    /** Subjects of notification-service's audit entries of an action. */
    public List<String> audited(String action, Set<String> subjects) {
        return column(
                        "qz_notification",
                        "SELECT action || ' ' || subject FROM audit_entry WHERE subject = ANY (?)",
                        subjects)
                .stream()
                .filter(entry -> entry.startsWith(action + " "))
                .map(entry -> entry.substring(action.length() + 1))
                .toList();
    }

    /** The version of an enterprise that inspection-service says it has dealt with, 0 for none. */
    public long appliedVersion(String uscc) {
        return texts(
                        "qz_inspection",
                        "SELECT coalesce(max(version), 0)::text FROM applied_version"
                                + " WHERE topic = 'qz.enterprise' AND key = ?",
                        uscc)
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Events of declarations and inspections, sent or not, that the feed or the quality files have still to take in. */
    public long untaken() {
        long events = number(
                "qz_inspection",
                "SELECT count(*)::text FROM outbox WHERE topic IN ('qz.declaration', 'qz.inspection')");
        return 2 * events
                - taken("qz_notification", "'declaration-feed', 'inspection-feed'")
                - taken("qz_enterprise", "'dossier-declaration', 'dossier-inspection'");
    }

    private long taken(String database, String consumers) {
        return number(
                database,
                "SELECT coalesce(sum(applied), 0)::text FROM consumer_position WHERE consumer IN (" + consumers + ")");
    }

    private long number(String database, String sql) {
        return Long.parseLong(texts(database, sql).getFirst());
    }

    /** Versions of an enterprise that inspection-service keeps. */
    public List<String> copies(String uscc) {
        return texts(
                "qz_inspection",
                "SELECT version::text FROM state_version WHERE kind = 'qz.enterprise' AND key = ?",
                uscc);
    }

    /** Letters about a topic in any of these states: consumer, where the record lies, and why it is there. */
    public List<String> letters(String database, String topic, String... states) {
        return query(
                database,
                "SELECT consumer || ' ' || partition || '@' || kafka_offset || ' ' || reason_code FROM parked_letter"
                        + " WHERE topic = ? AND state = ANY (?)",
                query -> {
                    query.setString(1, topic);
                    query.setArray(2, array(query, Set.of(states)));
                },
                row -> row.getString(1));
    }

    /** Ids of the events of enterprises in their order, sent or not, one list for each of the enterprises that has any. */
    public Map<String, List<String>> events(Set<String> usccs) {
        return lists("qz_enterprise", "SELECT key, id::text FROM outbox WHERE key = ANY (?) ORDER BY position", usccs);
    }

    /** The same of the events in the feed. */
    public Map<String, List<String>> feed(Set<String> usccs) {
        return lists(
                "qz_notification",
                "SELECT subject, event_id FROM feed WHERE subject = ANY (?) ORDER BY position",
                usccs);
    }

    /** The same of the entries of quality files. */
    public Map<String, List<String>> dossiers(Set<String> usccs) {
        return lists(
                "qz_enterprise", "SELECT uscc, event_id FROM dossier_entry WHERE uscc = ANY (?) ORDER BY id", usccs);
    }

    /** The same of the letters of a consumer that wait behind one. */
    public Map<String, List<String>> waiting(String database, String consumer, Set<String> usccs) {
        return lists(
                database,
                "SELECT key, event_id FROM parked_letter WHERE state = 'WAITING' AND consumer = '" + consumer
                        + "' AND key = ANY (?) ORDER BY partition, kafka_offset",
                usccs);
    }

    /** From each event of these enterprises to its place in the feed. */
    public List<Duration> feedLags(Set<String> usccs) {
        return column(
                        "qz_notification",
                        "SELECT greatest(0, round(extract(epoch FROM received_at - recorded_at) * 1000))::text"
                                + " FROM feed WHERE subject = ANY (?)",
                        usccs)
                .stream()
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .toList();
    }

    /** Events of a key that the outbox has still to send. */
    public List<String> unsent(String database, String key) {
        return texts(database, "SELECT id::text FROM outbox WHERE sent_at IS NULL AND key = ?", key);
    }

    /** Sessions of a database that wait for a lock. */
    public long waitingForLocks(String database) {
        return texts(
                        database,
                        "SELECT pid::text FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = ?",
                        database)
                .size();
    }

    /** The one column of a query. */
    List<String> texts(String database, String sql) {
        return query(database, sql, _ -> {}, row -> row.getString(1));
    }

    /** The one column of a query over a set of texts. */
    List<String> column(String database, String sql, Set<String> among) {
        return query(database, sql, query -> query.setArray(1, array(query, among)), row -> row.getString(1));
    }

    /** The two columns of a query over a set of texts; fails when a key comes twice. */
    Map<String, String> pairs(String database, String sql, Set<String> among) {
        Map<String, String> pairs = new LinkedHashMap<>();
        query(
                        database,
                        sql,
                        query -> query.setArray(1, array(query, among)),
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(pair -> {
                    String other = pairs.put(pair.getKey(), pair.getValue());
                    if (other != null && !other.equals(pair.getValue())) {
                        throw new IllegalStateException("Twice: " + pair + " and " + other);
                    }
                });
        return pairs;
    }

    /** The second column of a query over a set of texts, by the first. */
    private Map<String, List<String>> lists(String database, String sql, Set<String> among) {
        Map<String, List<String>> lists = new TreeMap<>();
        query(
                        database,
                        sql,
                        query -> query.setArray(1, array(query, among)),
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(pair -> lists.computeIfAbsent(pair.getKey(), _ -> new ArrayList<>())
                        .add(pair.getValue()));
        return lists;
    }

    private static Array array(PreparedStatement query, Set<String> values) throws SQLException {
        return query.getConnection().createArrayOf("text", values.toArray());
    }

    private List<String> texts(String database, String sql, String argument) {
        return query(database, sql, query -> query.setString(1, argument), row -> row.getString(1));
    }

    /** A session of the superuser. */
    public Connection connection(String database) throws SQLException {
        String url = "jdbc:postgresql://" + suite.env("PG_HOST") + ":" + suite.env("PG_PORT") + "/" + database;
        return DriverManager.getConnection(url, suite.env("PG_SUPERUSER"), suite.env("PG_PASSWORD"));
    }

    private <T> List<T> query(String database, String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = connection(database);
                PreparedStatement query = connection.prepareStatement(sql)) {
            binding.bind(query);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement query) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
