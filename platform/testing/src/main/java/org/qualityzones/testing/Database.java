package org.qualityzones.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The database of the service under test, seen as its owner. */
public final class Database {

    private static final int TRIES = 20;
    private static final Set<String> DEADLOCK_OR_LOCK_TIMEOUT = Set.of("40P01", "55P03");

    private Database() {}

    /**
     * Empties every table but Flyway's, how far each consumer has come (else copies would count as stale), rule sets (the
     * start publishes what is shipped), and the kept ones (reference data that migrations filled).
     */
    public static void truncate(String... keptTables) {
        Set<String> kept = new HashSet<>(Set.of(keptTables));
        kept.add("consumer_position");
        kept.add("rule_set");
        for (int i = 1; !tryTruncate(kept); i++) {
            if (i == TRIES) {
                throw new IllegalStateException("The tables stay locked");
            }
        }
    }

    /** A connection as the owner, for looking behind the API or making a disturbance. */
    public static Connection connect() {
        TestDatabase database = TestDatabase.of(JvmMemory.recall("database"), TestSecrets.password());
        try {
            return DriverManager.getConnection(
                    TestPostgres.ofThisJvm().jdbcUrl(database.name()), database.ownerRole(), database.password());
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot connect to " + database.name(), failure);
        }
    }

    /** Name of the database. */
    public static String name() {
        return TestDatabase.of(JvmMemory.recall("database"), TestSecrets.password())
                .name();
    }

    /** What the database server writes about its work. */
    public static Path serverLog() {
        return TestPostgres.ofThisJvm().log();
    }

    /** The first column of the first row of a query, as a number: counts and sums. */
    public static long number(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of the first row of a query, as text. */
    public static String text(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /**
     * Copies the newest row of a table under other values, for a sample of many rows that are alike.
     *
     * @param values for {@code jsonb_build_object}, where {@code n} counts from 1: {@code 'id', uuidv7(), 'key', 'k' || n}
     */
    public static void multiply(String table, int copies, String values) {
        execute("insert into " + table + " select (jsonb_populate_record(x, jsonb_build_object(" + values + "))).*"
                + " from " + table + " x, generate_series(1, " + copies + ") n where x.ctid = (select max(ctid) from "
                + table + ")");
    }

    /** Executes one statement. */
    public static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** False when the service's own background work was in the way. */
    private static boolean tryTruncate(Set<String> kept) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '500ms'");
            List<String> tables = tables(statement, kept);
            if (!tables.isEmpty()) {
                statement.execute("truncate " + String.join(", ", tables) + " restart identity");
            }
            return true;
        } catch (SQLException failure) {
            if (DEADLOCK_OR_LOCK_TIMEOUT.contains(failure.getSQLState())) {
                return false;
            }
            throw new IllegalStateException("Cannot empty the tables", failure);
        }
    }

    private static List<String> tables(Statement statement, Set<String> kept) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(
                "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'"
                        + " order by 1")) {
            while (result.next()) {
                if (!kept.contains(result.getString(1))) {
                    tables.add('"' + result.getString(1) + '"');
                }
            }
        }
        return tables;
    }
}
