package org.qualityzones.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The catalogue as decisions see it: the newest imported version, kept whole in memory and read again when another
 * instance has imported a newer one.
 */
@ApplicationScoped
public class Catalogue {

    private final DataSource dataSource;
    private volatile CatalogueSnapshot cached = CatalogueSnapshot.of(-1, List.of());

    Catalogue(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The version that is current in the running transaction; ask once and look every line up in it. */
    public CatalogueSnapshot current() {
        try (Connection connection = dataSource.getConnection()) {
            long version = newestVersion(connection);
            CatalogueSnapshot snapshot = cached;
            if (snapshot.version() != version) {
                snapshot = CatalogueSnapshot.of(version, readAll(connection));
                cached = snapshot;
            }
            return snapshot;
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue cannot be read", e);
        }
    }

    private static long newestVersion(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT coalesce(max(version), 0) FROM catalogue_version");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<CatalogueEntry> readAll(Connection connection) throws SQLException {
        List<CatalogueEntry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT hs_code, name, supervision_conditions, inspection_categories, product_risk, valid_from,"
                        + " valid_until, source FROM catalogue_entry")) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Date until = row.getDate(7);
                    entries.add(new CatalogueEntry(
                            row.getString(1),
                            row.getString(2),
                            Letters.of(row.getString(3)),
                            Letters.of(row.getString(4)),
                            row.getString(5),
                            row.getDate(6).toLocalDate(),
                            until == null ? null : until.toLocalDate(),
                            row.getString(8)));
                }
            }
        }
        return entries;
    }
}
