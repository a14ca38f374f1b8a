package org.qualityzones.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;
import org.qualityzones.store.RowWalks;

/** All investigations. */
@ApplicationScoped
class Investigations {

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
        return new RowWalks("investigation")
                .where("status = ?", query.status)
                .where("uscc = ?", query.uscc)
                .where("alert_id = ?", query.alert)
                .where("attribution = ?", query.attribution)
                .where("status IN ('OPEN', 'ASSIGNED') AND due_on <= ?", query.due)
                .where("id < ?", after)
                .ofEnterprises("uscc", usccs)
                .ofAreas("area_code", areas)
                .ofAreas("home_area", areas)
                .newest(database, Investigations::read, all, limit);
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
