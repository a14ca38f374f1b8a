package org.qualityzones.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.qualityzones.servers.PostgresServer;

/** The PostgreSQL of this JVM's tests. */
final class TestPostgres {

    private static final String COORDINATES = "postgres";
    private static final List<String> EXPLAINING = List.of(
            "set session_preload_libraries = 'auto_explain'",
            "set auto_explain.log_min_duration = 0",
            "set auto_explain.log_format = 'json'");

    private final String host;
    private final int port;
    private final String superuser;
    private final String password;
    private final Path log;

    private TestPostgres(String coordinates) {
        String[] parts = coordinates.split(" ", 5);
        this.host = parts[0];
        this.port = Integer.parseInt(parts[1]);
        this.superuser = parts[2];
        this.password = parts[3];
        this.log = Path.of(parts[4]);
    }

    static TestPostgres ofThisJvm() {
        return new TestPostgres(JvmMemory.remember(
                COORDINATES,
                () -> SharedServers.find().map(TestPostgres::shared).orElseGet(TestPostgres::started)));
    }

    private static String shared(Properties servers) {
        return String.join(
                " ",
                servers.getProperty("pg.host"),
                servers.getProperty("pg.port"),
                servers.getProperty("pg.superuser"),
                servers.getProperty("pg.password"),
                servers.getProperty("pg.log"));
    }

    private static String started() {
        PostgresServer server = PostgresServer.temporary();
        server.start();
        return String.join(
                " ",
                "127.0.0.1",
                String.valueOf(server.port()),
                PostgresServer.SUPERUSER,
                server.password(),
                server.site().log().toString());
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ':' + port + '/' + database;
    }

    /** What the server writes about its work. */
    Path log() {
        return log;
    }

    /** Has the server write the plan of each statement of the application, from its next connection on; or no longer. */
    void explain(TestDatabase database, boolean on) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), superuser, password);
                Statement statement = connection.createStatement()) {
            for (String setting : on ? EXPLAINING : List.of("reset all")) {
                statement.execute("alter role " + database.appRole() + ' ' + setting);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot have plans written for " + database.name(), failure);
        }
    }

    /** The database of a service, empty when this JVM asks for the first time. */
    TestDatabase database(String service) {
        TestDatabase database = TestDatabase.of(service, TestSecrets.password());
        JvmMemory.remember("database." + service, () -> create(database));
        JvmMemory.remember("database", () -> service);
        return database;
    }

    private String create(TestDatabase database) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), superuser, password);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database.name() + " with (force)");
            createRole(statement, database.ownerRole(), database.password());
            createRole(statement, database.appRole(), database.password());
            statement.execute("create database " + database.name() + " owner " + database.ownerRole());
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot create the database " + database.name(), failure);
        }
        return database.name();
    }

    private static void createRole(Statement statement, String role, String password) throws SQLException {
        statement.execute("drop role if exists " + role);
        statement.execute("create role " + role + " login password '" + password + "'");
    }
}
