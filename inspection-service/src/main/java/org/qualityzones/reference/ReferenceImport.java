package org.qualityzones.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import org.qualityzones.factchange.FactChange;
import org.qualityzones.factchange.FactChanges;
import org.qualityzones.web.Ids;
import org.qualityzones.web.jobs.JobProgress;

/** Takes the CSV file of a reference table in. */
@ApplicationScoped
class ReferenceImport {

    private static final String KEEP = """
            INSERT INTO reference_row AS r
                (id, table_name, key, subkey, value, valid_from, valid_until, provenance, source, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (table_name, key, subkey, valid_from) DO UPDATE SET
                valid_until = excluded.valid_until, value = excluded.value, provenance = excluded.provenance,
                source = excluded.source, recorded_at = excluded.recorded_at
            WHERE (r.valid_until, r.value, r.provenance, r.source)
                IS DISTINCT FROM (excluded.valid_until, excluded.value, excluded.provenance, excluded.source)
            RETURNING (xmax = 0)
            """;

    private final FactChanges changes;
    private final Ids ids;
    private final Clock clock;

    ReferenceImport(FactChanges changes, Ids ids, Clock clock) {
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** The work of one file. */
    CsvImports.Work into(ReferenceTable table) {
        return (csv, connection, progress) -> run(table, csv, connection, progress);
    }

    private void run(ReferenceTable table, CsvFile csv, Connection connection, JobProgress progress)
            throws IOException, SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            csv.forEach(progress, row -> keep(keep, table, ReferenceCells.read(table, row), now));
        }
        if (table == ReferenceTable.REGISTRATION_REGIMES || table == ReferenceTable.REGISTRATIONS) {
            changes.record(FactChange.Kind.HELD, "");
        } else if (table == ReferenceTable.EXCHANGE_RATES) {
            changes.record(FactChange.Kind.RATE, "");
        }
    }

    private CsvFile.Outcome keep(
            PreparedStatement keep, ReferenceTable table, ReferenceCells.Cells row, Timestamp now) {
        try {
            keep.setObject(1, ids.next());
            keep.setString(2, table.slug());
            keep.setString(3, row.key());
            keep.setString(4, row.subkey());
            keep.setString(5, row.value());
            keep.setObject(6, row.validFrom());
            keep.setObject(7, row.validUntil());
            keep.setString(8, row.provenance());
            keep.setString(9, row.source());
            keep.setTimestamp(10, now);
            return CsvImports.keep(keep, row.id());
        } catch (SQLException e) {
            throw new IllegalStateException("The row " + row.id() + " of " + table.slug() + " cannot be kept", e);
        }
    }
}
