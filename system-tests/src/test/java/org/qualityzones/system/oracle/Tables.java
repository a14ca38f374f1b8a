package org.qualityzones.system.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.qualityzones.system.suite.SuiteUnderTest;

/** What the databases hold, read past the services. */
public record Tables(SuiteUnderTest suite) {

    /** Ids of the declarations of a consignor. */
    public List<String> declarations(String consignor) {
        return texts("qz_inspection", "SELECT id::text FROM declaration WHERE consignor = ?", consignor);
    }

    /** Declarations of a consignor, one entry for each decision on record. */
    public List<String> decided(String consignor) {
        return texts(
                "qz_inspection",
                "SELECT declaration_id::text FROM decision WHERE declaration_id IN"
                        + " (SELECT id FROM declaration WHERE consignor = ?)",
                consignor);
    }

    /** Declarations of a consignor, one entry for each time the audit says that they were filed. */
    public List<String> audited(String consignor) {
        return texts(
                "qz_inspection",
                "SELECT subject FROM audit_entry WHERE action = 'declaration.file' AND subject IN"
                        + " (SELECT id::text FROM declaration WHERE consignor = ?)",
                consignor);
    }

    private List<String> texts(String database, String sql, String argument) {
        String url = "jdbc:postgresql://" + suite.env("PG_HOST") + ":" + suite.env("PG_PORT") + "/" + database;
        try (Connection connection =
                        DriverManager.getConnection(url, suite.env("PG_SUPERUSER"), suite.env("PG_PASSWORD"));
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, argument);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
