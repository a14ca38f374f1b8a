package org.qualityzones.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;

/** All investigations. */
@ApplicationScoped
class Investigations {

    private static final String WITHIN_ROWS = """
            (i.uscc = ANY (?) OR EXISTS (SELECT 1 FROM unnest(?) AS mine
                WHERE starts_with(i.area_code, mine) OR starts_with(i.home_area, mine)))""";

    private final Database database;

    Investigations(Database database) {
        this.database = database;
    }

    /** False where one about this alert at this enterprise is not closed. */
    boolean add(Investigation opened) {
        return database.update(
                        """
                INSERT INTO investigation (id, version, alert_id, match_id, uscc, home_area, area_code, status, reason,
                    investigators, opened_at, due_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""",
                        opened.id(),
                        opened.version(),
                        opened.alertId(),
                        opened.matchId(),
                        opened.uscc(),
                        opened.homeArea(),
                        opened.areaCode(),
                        opened.status(),
                        opened.reason(),
                        opened.investigators(),
                        opened.openedAt(),
                        opened.dueOn())
                > 0;
    }

    void update(Investigation changed) {
        Investigation.Finding finding = changed.finding();
        database.update(
                """
                UPDATE investigation SET version = ?, area_code = ?, status = ?, investigators = ?, attribution = ?,
                    cause_code = ?, conclusion = ?, concluded_at = ?, closed_at = ? WHERE id = ?""",
                changed.version(),
                changed.areaCode(),
                changed.status(),
                changed.investigators(),
                finding == null ? null : finding.attribution(),
                finding == null ? null : finding.cause(),
                finding == null ? null : finding.conclusion(),
                finding == null ? null : finding.at(),
                changed.closedAt(),
                changed.id());
    }

    Optional<Investigation> find(UUID id) {
        return database.first("SELECT * FROM investigation WHERE id = ?", Investigations::read, id);
    }

    Optional<Investigation> lock(UUID id) {
        return database.first("SELECT * FROM investigation WHERE id = ? FOR UPDATE", Investigations::read, id);
    }

    /**
     * Newest first, below {@code after} where that is not null.
     *
     * @param all whether rows of every area and enterprise are wanted, else those of the areas or enterprises given
     */
    List<Investigation> newest(
            InvestigationQuery query, boolean all, List<String> areas, List<String> usccs, UUID after, int limit) {
        StringBuilder sql = new StringBuilder("SELECT i.* FROM investigation i WHERE true");
        List<Object> values = new ArrayList<>();
        narrow(sql, values, " AND i.status = ?", query.status);
        narrow(sql, values, " AND i.uscc = ?", query.uscc);
        narrow(sql, values, " AND i.alert_id = ?", query.alert);
        narrow(sql, values, " AND i.attribution = ?", query.attribution);
        narrow(sql, values, " AND i.status IN ('OPEN', 'ASSIGNED') AND i.due_on <= ?", query.due);
        if (!all) {
            sql.append(" AND ").append(WITHIN_ROWS);
            values.add(usccs);
            values.add(areas);
        }
        narrow(sql, values, " AND i.id < ?", after);
        values.add(limit);
        return database.list(
                sql.append(" ORDER BY i.id DESC LIMIT ?").toString(), Investigations::read, values.toArray());
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static Investigation read(Row row) throws SQLException {
        String attribution = row.text("attribution");
        Investigation.Finding finding = attribution == null
                ? null
                : new Investigation.Finding(
                        Attribution.valueOf(attribution),
                        Cause.valueOf(row.text("cause_code")),
                        row.text("conclusion"),
                        row.instant("concluded_at"));
        return new Investigation(
                row.uuid("id"),
                row.number("version"),
                row.uuid("alert_id"),
                row.uuid("match_id"),
                row.text("uscc"),
                row.text("home_area"),
                row.text("area_code"),
                InvestigationStatus.valueOf(row.text("status")),
                row.text("reason"),
                row.texts("investigators"),
                row.instant("opened_at"),
                row.date("due_on"),
                finding,
                row.instant("closed_at"));
    }
}
