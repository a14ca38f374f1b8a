package org.qualityzones.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.qualityzones.sql.Query;
import org.qualityzones.sql.RoundTrip;

/**
 * The catalogue as decisions see it: the newest imported version, kept whole in memory and read again when another
 * instance has imported a newer one.
 */
@ApplicationScoped
public class Catalogue {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 10;
    private static final String UNREADABLE = "The catalogue cannot be read";
    private static final String NEWEST = "SELECT coalesce(max(version), 0) FROM catalogue_version";
    private static final String VERSION_AT = """
            SELECT coalesce((SELECT max(version) FROM catalogue_version WHERE imported_at <= ?), 0),
                EXISTS (SELECT 1 FROM catalogue_version WHERE imported_at > ?)
            """;
    private static final String ENTRIES_AT = """
            SELECT DISTINCT ON (hs_code, valid_from) hs_code, name, supervision_conditions, inspection_categories,
                product_risk, valid_from, valid_until, source, recorded_at
            FROM catalogue_entry_version
            WHERE (hs_code = ANY (?) OR (hs_code >= ? AND hs_code <= ?)) AND (recorded_at <= ? OR backfilled)
            ORDER BY hs_code, valid_from, recorded_at <= ? DESC, recorded_at DESC, seq DESC
            LIMIT 5000
            """;

    private final DataSource dataSource;
    private volatile CatalogueSnapshot cached = CatalogueSnapshot.of(-1, List.of());

    Catalogue(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The version that is current in the running transaction; ask once and look every line up in it. */
    public CatalogueSnapshot current() {
        return current(new RoundTrip(dataSource, UNREADABLE)).get();
    }

    /** The same, asked together with other things. */
    public Supplier<CatalogueSnapshot> current(RoundTrip trip) {
        Supplier<Long> version = trip.ask(Query.one(NEWEST, row -> row.getLong(1)));
        return () -> inVersion(version.get());
    }

    private CatalogueSnapshot inVersion(long version) {
        CatalogueSnapshot snapshot = cached;
        if (snapshot.version() != version) {
            snapshot = CatalogueSnapshot.of(version, readAll());
            cached = snapshot;
        }
        return snapshot;
    }

    /**
     * What was imported by an instant about one code, those above it and those below it.
     *
     * @param snapshot of these rows only
     * @param whole false where a row is on record that was recorded later, perhaps over another one
     */
    public record Known(CatalogueSnapshot snapshot, boolean whole) {}

    /** As {@link Known}; the current version where nothing was imported since. */
    public Known knownAt(Instant knownAt, String hsCode) {
        OffsetDateTime known = knownAt.atOffset(ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement newest = connection.prepareStatement(VERSION_AT)) {
            newest.setObject(1, known);
            newest.setObject(2, known);
            try (ResultSet row = newest.executeQuery()) {
                row.next();
                return row.getBoolean(2) ? read(connection, row.getLong(1), known, hsCode) : new Known(current(), true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(UNREADABLE, e);
        }
    }

    private static Known read(Connection connection, long version, OffsetDateTime known, String hsCode)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ENTRIES_AT)) {
            select.setArray(1, connection.createArrayOf("text", above(hsCode)));
            select.setString(2, hsCode);
            select.setString(3, hsCode + "9".repeat(LONGEST));
            select.setObject(4, known);
            select.setObject(5, known);
            boolean whole = true;
            List<CatalogueEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getObject(9, OffsetDateTime.class).isAfter(known)) {
                        whole = false;
                    } else {
                        entries.add(entry(row));
                    }
                }
            }
            return new Known(CatalogueSnapshot.of(version, entries), whole);
        }
    }

    private static Object[] above(String hsCode) {
        return IntStream.iterate(SHORTEST, length -> length < hsCode.length(), length -> length + 2)
                .mapToObj(length -> hsCode.substring(0, length))
                .toArray();
    }

    private List<CatalogueEntry> readAll() {
        List<CatalogueEntry> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT hs_code, name, supervision_conditions, inspection_categories, product_risk, valid_from,"
                                + " valid_until, source FROM catalogue_entry")) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(UNREADABLE, e);
        }
    }

    private static CatalogueEntry entry(ResultSet row) throws SQLException {
        Date until = row.getDate(7);
        return new CatalogueEntry(
                row.getString(1),
                row.getString(2),
                Letters.of(row.getString(3)),
                Letters.of(row.getString(4)),
                row.getString(5),
                row.getDate(6).toLocalDate(),
                until == null ? null : until.toLocalDate(),
                row.getString(8));
    }
}
