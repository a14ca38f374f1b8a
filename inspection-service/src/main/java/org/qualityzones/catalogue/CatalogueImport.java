package org.qualityzones.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.qualityzones.reference.CsvFile;
import org.qualityzones.reference.CsvImports;
import org.qualityzones.reference.CsvRow;
import org.qualityzones.web.jobs.JobProgress;

/** Takes a catalogue file in: one new version for the whole file, or none when nothing in it is new. */
@ApplicationScoped
class CatalogueImport {

    static final List<String> HEADER = List.of(
            "hsCode",
            "name",
            "supervisionConditions",
            "inspectionCategories",
            "productRisk",
            "validFrom",
            "validUntil",
            "source");

    private static final Set<String> RISKS = Set.of("GENERAL", "HIGHER", "HIGH");

    private static final String KEEP = """
            INSERT INTO catalogue_entry AS e
                (hs_code, valid_from, valid_until, name, supervision_conditions, inspection_categories, product_risk,
                 source, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (hs_code, valid_from) DO UPDATE SET
                valid_until = excluded.valid_until, name = excluded.name,
                supervision_conditions = excluded.supervision_conditions,
                inspection_categories = excluded.inspection_categories, product_risk = excluded.product_risk,
                source = excluded.source, recorded_at = excluded.recorded_at
            WHERE (e.valid_until, e.name, e.supervision_conditions, e.inspection_categories, e.product_risk, e.source)
                IS DISTINCT FROM (excluded.valid_until, excluded.name, excluded.supervision_conditions,
                    excluded.inspection_categories, excluded.product_risk, excluded.source)
            RETURNING (xmax = 0)
            """;

    private static final String NEW_VERSION = """
            INSERT INTO catalogue_version (version, imported_at, imported_by, rows)
            SELECT coalesce(max(version), 0) + 1, ?, ?, ? FROM catalogue_version
            """;

    private final Clock clock;

    CatalogueImport(Clock clock) {
        this.clock = clock;
    }

    /** The work of one file. */
    CsvImports.Work of(String importedBy) {
        return (csv, connection, progress) -> run(csv, connection, progress, importedBy);
    }

    private void run(CsvFile csv, Connection connection, JobProgress progress, String importedBy)
            throws IOException, SQLException {
        AtomicInteger changed = new AtomicInteger();
        Timestamp now = Timestamp.from(clock.instant());
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            csv.forEach(progress, row -> {
                CsvFile.Outcome outcome = keep(keep, entry(row), now);
                changed.addAndGet(outcome.status().equals("unchanged") ? 0 : 1);
                return outcome;
            });
        }
        if (changed.get() > 0) {
            newVersion(connection, now, importedBy, changed.get());
        }
    }

    private static CatalogueEntry entry(CsvRow row) {
        LocalDate from = row.day("validFrom");
        return new CatalogueEntry(
                row.matching(
                        "hsCode",
                        "(?!00|98|99)[0-9]{6}([0-9]{2}([0-9]{2})?)?",
                        "hs-code",
                        "6, 8 or 10 digits of chapters 01 to 97 are needed; a leading zero may be missing"),
                row.required("name"),
                letters(row, "supervisionConditions"),
                letters(row, "inspectionCategories"),
                row.choice("productRisk", RISKS),
                from,
                row.until("validUntil", from),
                row.required("source"));
    }

    private static List<String> letters(CsvRow row, String column) {
        String cell = row.optional(column);
        if (cell != null && !cell.matches("[A-Z][A-Z ./]*")) {
            throw row.invalid(column, "letters", "capital letters are needed, such as A/B or M.N");
        }
        return Letters.of(cell == null ? "" : cell);
    }

    private static CsvFile.Outcome keep(PreparedStatement keep, CatalogueEntry entry, Timestamp now) {
        try {
            keep.setString(1, entry.hsCode());
            keep.setObject(2, entry.validFrom());
            keep.setObject(3, entry.validUntil());
            keep.setString(4, entry.name());
            keep.setString(5, String.join("", entry.conditions()));
            keep.setString(6, String.join("", entry.categories()));
            keep.setString(7, entry.productRisk());
            keep.setString(8, entry.source());
            keep.setTimestamp(9, now);
            return CsvImports.keep(keep, entry.hsCode());
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue entry " + entry.hsCode() + " cannot be kept", e);
        }
    }

    private static void newVersion(Connection connection, Timestamp now, String importedBy, int rows)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NEW_VERSION)) {
            insert.setTimestamp(1, now);
            insert.setString(2, importedBy);
            insert.setInt(3, rows);
            insert.executeUpdate();
        }
    }
}
