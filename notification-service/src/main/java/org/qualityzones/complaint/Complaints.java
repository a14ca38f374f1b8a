package org.qualityzones.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;
import org.qualityzones.store.RowWalks;

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
        return new RowWalks("complaint")
                .where("status = ?", status)
                .where("uscc = ?", uscc)
                .where("id < ?", after)
                .ofAreas("area_code", areas == null ? List.of() : areas)
                .newest(database, Complaints::read, areas == null, limit);
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
