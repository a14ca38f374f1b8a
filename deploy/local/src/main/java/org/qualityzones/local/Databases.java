package org.qualityzones.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.qualityzones.servers.PostgresServer;

/** A database for each service, with a role that owns it and a role that runs on it. */
record Databases(SecretStore secrets) {

    /** Name of the secret of the {@code OWNER} or the {@code APP} role of a service. */
    static String secret(Component service, String role) {
        return service.name() + "_DB_" + role + "_PASSWORD";
    }

    /** Creates what is missing; what is there keeps its data. */
    void create(PostgresServer postgres) {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(PostgresServer.SUPERUSER), PostgresServer.SUPERUSER, postgres.password());
                Statement statement = connection.createStatement()) {
            for (Component service : Component.databases()) {
                create(connection, statement, service);
            }
        } catch (SQLException e) {
            throw new LocalException("Cannot create the databases: " + e.getMessage(), e);
        }
    }

    private void create(Connection connection, Statement statement, Component service) throws SQLException {
        String owner = service.label() + "_owner";
        String app = service.label() + "_app";
        String database = "qz_" + service.label();
        role(connection, statement, owner, secrets.password(secret(service, "OWNER")));
        role(connection, statement, app, secrets.password(secret(service, "APP")));
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            statement.execute("CREATE DATABASE " + database + " OWNER " + owner);
        }
        statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + app);
    }

    /** Names and passwords are our own words and hexadecimal digits: nothing to quote. */
    private static void role(Connection connection, Statement statement, String name, String password)
            throws SQLException {
        boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
        statement.execute((known ? "ALTER" : "CREATE") + " ROLE " + name + " LOGIN PASSWORD '" + password + "'");
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet result = query.executeQuery()) {
                return result.next();
            }
        }
    }
}
