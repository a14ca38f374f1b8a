package org.qualityzones.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;

/** All complaints. */
@ApplicationScoped
class Complaints {

    private final Database database;

    Complaints(Database database) {
        this.database = database;
    }

    void add(Complaint complaint) {
        database.update(
                """
                INSERT INTO complaint (id, version, status, uscc, area_code, product, lot_no, text, contact, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                complaint.id(),
                complaint.version(),
                complaint.status(),
                complaint.uscc(),
                complaint.areaCode(),
                complaint.product(),
                complaint.lotNo(),
                complaint.text(),
                complaint.contact(),
                complaint.receivedAt());
    }

    void update(Complaint complaint) {
        database.update(
                "UPDATE complaint SET version = ?, status = ?, contact = ?, answer = ?, ended_at = ? WHERE id = ?",
                complaint.version(),
                complaint.status(),
                complaint.contact(),
                complaint.answer(),
                complaint.endedAt(),
                complaint.id());
    }

    Optional<Complaint> find(UUID id) {
        return database.first("SELECT * FROM complaint WHERE id = ?", Complaints::read, id);
    }

    Optional<Complaint> lock(UUID id) {
        return database.first("SELECT * FROM complaint WHERE id = ? FOR UPDATE", Complaints::read, id);
    }

    /**
     * Newest first, below {@code after} where that is not null.
     *
     * @param areas null = of every area and of none; else those in these areas
     */
    List<Complaint> newest(ComplaintStatus status, String uscc, List<String> areas, UUID after, int limit) {
        return database.list(
                """
                SELECT * FROM complaint
                WHERE (?::uuid IS NULL OR id < ?) AND (?::text IS NULL OR status = ?) AND (?::text IS NULL OR uscc = ?)
                    AND (? OR EXISTS (SELECT 1 FROM unnest(?) AS mine WHERE starts_with(area_code, mine)))
                ORDER BY id DESC LIMIT ?""",
                Complaints::read,
                after,
                after,
                status == null ? null : status.name(),
                status == null ? null : status.name(),
                uscc,
                uscc,
                areas == null,
                areas == null ? List.of() : areas,
                limit);
    }

    private static Complaint read(Row row) throws SQLException {
        return new Complaint(
                row.uuid("id"),
                row.number("version"),
                ComplaintStatus.valueOf(row.text("status")),
                row.text("uscc"),
                row.text("area_code"),
                row.text("product"),
                row.text("lot_no"),
                row.text("text"),
                row.bytes("contact"),
                row.text("answer"),
                row.instant("received_at"),
                row.instant("ended_at"));
    }
}
