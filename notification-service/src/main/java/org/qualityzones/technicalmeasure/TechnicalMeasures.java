package org.qualityzones.technicalmeasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;

/** All technical measures. */
@ApplicationScoped
class TechnicalMeasures {

    private static final JsonMapper JSON = new JsonMapper();

    /** {@link MeasureDates#on} in SQL: the first that holds; where none does, comments are open. */
    private static final List<Map.Entry<MeasureStatus, String>> REACHED = List.of(
            Map.entry(MeasureStatus.WITHDRAWN, "m.withdrawn_on <= ?"),
            Map.entry(MeasureStatus.IN_FORCE, "m.in_force_on <= ?"),
            Map.entry(MeasureStatus.ADOPTED, "m.adopted_on <= ?"),
            Map.entry(MeasureStatus.COMMENT_CLOSED, "m.comment_until < ?"));

    private final Database database;

    TechnicalMeasures(Database database) {
        this.database = database;
    }

    /** False where one with this symbol is on record. */
    boolean add(TechnicalMeasure measure) {
        MeasureDates dates = measure.dates();
        return database.update(
                        """
                        INSERT INTO technical_measure (id, version, symbol, kind, member, hs_prefixes, hs_keys, notified_on,
                            comment_until, adopted_on, in_force_on, withdrawn_on, body, bureaus, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (symbol) DO NOTHING""",
                        measure.id(),
                        measure.version(),
                        measure.symbol(),
                        measure.kind(),
                        measure.member(),
                        measure.hsPrefixes(),
                        keys(measure.hsPrefixes()),
                        dates.notifiedOn(),
                        dates.commentUntil(),
                        dates.adoptionOn(),
                        dates.entryIntoForceOn(),
                        dates.withdrawnOn(),
                        json(measure.body()),
                        measure.bureaus(),
                        measure.recordedAt())
                > 0;
    }

    /** All but id, symbol, bureaus and the instant of recording. */
    void update(TechnicalMeasure measure) {
        MeasureDates dates = measure.dates();
        database.update(
                """
                UPDATE technical_measure SET version = ?, kind = ?, member = ?, hs_prefixes = ?, hs_keys = ?,
                    notified_on = ?, comment_until = ?, adopted_on = ?, in_force_on = ?, withdrawn_on = ?, body = ?
                WHERE id = ?""",
                measure.version(),
                measure.kind(),
                measure.member(),
                measure.hsPrefixes(),
                keys(measure.hsPrefixes()),
                dates.notifiedOn(),
                dates.commentUntil(),
                dates.adoptionOn(),
                dates.entryIntoForceOn(),
                dates.withdrawnOn(),
                json(measure.body()),
                measure.id());
    }

    Optional<TechnicalMeasure> find(UUID id) {
        return database.first("SELECT * FROM technical_measure WHERE id = ?", TechnicalMeasures::read, id);
    }

    Optional<TechnicalMeasure> lock(UUID id) {
        return database.first("SELECT * FROM technical_measure WHERE id = ? FOR UPDATE", TechnicalMeasures::read, id);
    }

    /** Newest first, below {@code after} where that is not null. */
    List<TechnicalMeasure> newest(MeasureQuery query, LocalDate today, UUID after, int limit) {
        StringBuilder sql = new StringBuilder("SELECT m.* FROM technical_measure m WHERE true");
        List<Object> values = new ArrayList<>();
        narrow(sql, values, " AND m.kind = ?", query.kind);
        narrow(sql, values, " AND m.member = ?", query.member);
        narrow(sql, values, " AND m.notified_on >= ?", query.from);
        if (query.hs != null) {
            sql.append(" AND (m.hs_keys @> ? OR m.hs_prefixes && ?)");
            values.add(List.of(query.hs));
            values.add(keys(List.of(query.hs)));
        }
        if (query.status != null) {
            inStatus(sql, values, query.status, today);
        }
        narrow(sql, values, " AND m.id < ?", after);
        values.add(limit);
        return database.list(
                sql.append(" ORDER BY m.id DESC LIMIT ?").toString(), TechnicalMeasures::read, values.toArray());
    }

    private static void inStatus(StringBuilder sql, List<Object> values, MeasureStatus status, LocalDate today) {
        for (Map.Entry<MeasureStatus, String> reached : REACHED) {
            boolean wanted = reached.getKey() == status;
            sql.append(" AND (").append(reached.getValue()).append(wanted ? ")" : ") IS NOT TRUE");
            values.add(today);
            if (wanted) {
                return;
            }
        }
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    /** 950300 begins with 95, 9503 and 950300. */
    private static TreeSet<String> keys(List<String> prefixes) {
        TreeSet<String> keys = new TreeSet<>();
        for (String prefix : prefixes) {
            for (int digits = 2; digits <= prefix.length(); digits += 2) {
                keys.add(prefix.substring(0, digits));
            }
        }
        return keys;
    }

    private static TechnicalMeasure read(Row row) throws SQLException {
        return new TechnicalMeasure(
                row.uuid("id"),
                row.number("version"),
                row.text("symbol"),
                MeasureKind.valueOf(row.text("kind")),
                row.text("member"),
                row.texts("hs_prefixes"),
                new MeasureDates(
                        row.date("notified_on"),
                        row.date("comment_until"),
                        row.date("adopted_on"),
                        row.date("in_force_on"),
                        row.date("withdrawn_on")),
                body(row.text("body")),
                row.texts("bureaus"),
                row.instant("recorded_at"));
    }

    private static String json(MeasureBody body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MeasureBody body(String json) {
        try {
            return JSON.readValue(json, MeasureBody.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored measure cannot be read", damaged);
        }
    }
}
