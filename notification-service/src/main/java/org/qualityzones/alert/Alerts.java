package org.qualityzones.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;

/** All alerts. */
@ApplicationScoped
class Alerts {

    /** More than ever stand in one another's place, so that a list is bounded. */
    private static final int MOST_IN_LINE = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;

    Alerts(Database database) {
        this.database = database;
    }

    void add(Alert alert, String contentKey, int occurrence) {
        database.update(
                """
                INSERT INTO alert (id, version, source, reference, published_at, origin_country, status, content_key,
                    occurrence, brand_key, flags, bureaus, body, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                alert.id(),
                alert.version(),
                alert.source(),
                alert.reference(),
                alert.publishedAt(),
                alert.originCountry(),
                alert.status(),
                contentKey,
                occurrence,
                MatchKeys.key(alert.body().product().brand()),
                alert.flags(),
                alert.bureaus(),
                json(alert.body()),
                alert.recordedAt());
        String hs = alert.body().product().hsCode();
        for (int digits = 2; hs != null && digits <= hs.length(); digits += 2) {
            addKey("hs", hs.substring(0, digits), alert.id());
        }
        if (alert.body().uscc() != null) {
            addKey("uscc", alert.body().uscc(), alert.id());
        }
    }

    void addKey(String kind, String key, UUID id) {
        database.update(
                "INSERT INTO alert_key (kind, key, alert_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", kind, key, id);
    }

    void update(Alert alert) {
        database.update(
                "UPDATE alert SET version = ?, status = ?, superseded_by = ? WHERE id = ?",
                alert.version(),
                alert.status(),
                alert.supersededBy(),
                alert.id());
    }

    Optional<Alert> find(UUID id) {
        return database.first("SELECT * FROM alert WHERE id = ?", Alerts::read, id);
    }

    Optional<Alert> lock(UUID id) {
        return database.first("SELECT * FROM alert WHERE id = ? FOR UPDATE", Alerts::read, id);
    }

    /** As {@link #find}, and nobody changes it until the transaction ends. */
    Optional<Alert> share(UUID id) {
        return database.first("SELECT * FROM alert WHERE id = ? FOR SHARE", Alerts::read, id);
    }

    /** Whether an alert, or the one that took its place in the end, is active. */
    boolean holds(UUID id) {
        return database.first("""
                        WITH RECURSIVE line AS (
                            SELECT id, status, superseded_by FROM alert WHERE id = ?
                            UNION SELECT a.id, a.status, a.superseded_by FROM alert a JOIN line l ON a.id = l.superseded_by
                        ) SELECT 1 AS one FROM line WHERE status = 'ACTIVE' LIMIT 1""", row -> true, id).isPresent();
    }

    /** An alert and all in whose place it stands. */
    List<UUID> withPredecessors(UUID id) {
        return database.list("""
                WITH RECURSIVE line AS (
                    SELECT id FROM alert WHERE id = ? UNION SELECT a.id FROM alert a JOIN line l ON a.superseded_by = l.id
                ) SELECT id FROM line ORDER BY id LIMIT ?""", row -> row.uuid("id"), id, MOST_IN_LINE);
    }

    Optional<UUID> byReference(AlertSource source, String reference) {
        return database.first(
                "SELECT id FROM alert WHERE source = ? AND reference = ?", row -> row.uuid("id"), source, reference);
    }

    Optional<UUID> byContent(AlertSource source, String contentKey, int occurrence) {
        return database.first(
                "SELECT id FROM alert WHERE source = ? AND content_key = ? AND occurrence = ?",
                row -> row.uuid("id"),
                source,
                contentKey,
                occurrence);
    }

    /** Lets one import at a time look for the content of a source and add to it, until the transaction ends. */
    void lockContent(AlertSource source) {
        database.list("SELECT pg_advisory_xact_lock(hashtext('alert-import'), ?)", row -> true, source.ordinal());
    }

    /**
     * Until the transaction ends, nobody else enters an alert or a product of these brands: of an alert and a product that
     * come at the same time, the later one sees the earlier.
     */
    void lockBrands(List<String> keys) {
        List<String> sorted = keys.stream().distinct().sorted().toList();
        database.list(
                "SELECT pg_advisory_xact_lock(hashtext('alert-brand'), hashtext(key)) FROM unnest(?::text[]) AS key",
                row -> true,
                sorted);
    }

    /** The nth time that an import meets this content, from 1. */
    int occurrence(UUID importId, String contentKey) {
        return database.first("""
                        INSERT INTO alert_import_content (import_id, content_key, times, at) VALUES (?, ?, 1, now())
                        ON CONFLICT (import_id, content_key) DO UPDATE SET times = alert_import_content.times + 1
                        RETURNING times""", row -> row.integerOrNull("times"), importId, contentKey)
                .orElseThrow();
    }

    /** Forgets what an import has met, and imports that ended without doing so. */
    void forgetImport(UUID importId) {
        database.update(
                "DELETE FROM alert_import_content WHERE import_id = ? OR at < now() - interval '7 days'", importId);
    }

    /** Active alerts about goods of these brands, newest first. */
    List<Alert> ofBrands(List<String> brandKeys, int limit) {
        return database.list(
                "SELECT * FROM alert WHERE status = 'ACTIVE' AND brand_key = ANY (?) ORDER BY id DESC LIMIT ?",
                Alerts::read,
                brandKeys,
                limit);
    }

    /**
     * Newest first, below {@code after} where that is not null.
     *
     * @param ownUsccs null = every alert; else those that name or match one of these
     */
    List<Alert> newest(AlertQuery query, List<String> ownUsccs, UUID after, int limit) {
        StringBuilder sql = new StringBuilder("SELECT a.* FROM alert a");
        List<Object> values = new ArrayList<>();
        narrow(sql, values, " JOIN alert_key hs ON hs.alert_id = a.id AND hs.kind = 'hs' AND hs.key = ?", query.hs);
        narrow(
                sql,
                values,
                " JOIN alert_key uscc ON uscc.alert_id = a.id AND uscc.kind = 'uscc' AND uscc.key = ?",
                query.uscc);
        sql.append(" WHERE true");
        narrow(sql, values, " AND a.source = ?", query.source);
        narrow(sql, values, " AND a.origin_country = ?", query.origin);
        narrow(sql, values, " AND a.published_at >= ?", query.from);
        narrow(
                sql,
                values,
                " AND a.id IN (SELECT alert_id FROM alert_key WHERE kind = 'uscc' AND key = ANY (?))",
                ownUsccs);
        narrow(sql, values, " AND a.id < ?", after);
        values.add(limit);
        return database.list(sql.append(" ORDER BY a.id DESC LIMIT ?").toString(), Alerts::read, values.toArray());
    }

    boolean concerns(UUID id, List<String> usccs) {
        return database.first(
                        "SELECT 1 AS one FROM alert_key WHERE alert_id = ? AND kind = 'uscc' AND key = ANY (?) LIMIT 1",
                        row -> true,
                        id,
                        usccs)
                .isPresent();
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static Alert read(Row row) throws SQLException {
        return new Alert(
                row.uuid("id"),
                row.number("version"),
                AlertSource.valueOf(row.text("source")),
                row.text("reference"),
                row.instant("published_at"),
                row.text("origin_country"),
                AlertStatus.valueOf(row.text("status")),
                row.uuid("superseded_by"),
                row.texts("flags"),
                row.texts("bureaus"),
                row.instant("recorded_at"),
                body(row.text("body")));
    }

    private static String json(AlertBody body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static AlertBody body(String json) {
        try {
            return JSON.readValue(json, AlertBody.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored alert cannot be read", damaged);
        }
    }
}
