package org.qualityzones.system.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.qualityzones.system.suite.SuiteUnderTest;

/** The suite's PostgreSQL as its superuser. */
record Postgres(SuiteUnderTest suite) {

    void run(String... statements) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + suite.env("PG_HOST") + ":" + suite.env("PG_PORT") + "/" + database,
                suite.env("PG_SUPERUSER"),
                suite.env("PG_PASSWORD"));
    }
}
