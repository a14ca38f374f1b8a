package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.qualityzones.messaging.support.DatabaseException;
import org.qualityzones.web.RequestIds;

/** What the consumers of these tests do with an event, and how they are made to fail. */
@ApplicationScoped
class Effects {

    private final DataSource dataSource;
    private final Set<String> poisoned = ConcurrentHashMap.newKeySet();
    private final Map<String, Runnable> runOnce = new ConcurrentHashMap<>();

    Effects(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void apply(String consumer, Event event) {
        String what = event.key() + "/" + event.version();
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "insert into effect (consumer, key, version, request_id) values (?, ?, ?, ?)")) {
            insert.setString(1, consumer);
            insert.setString(2, event.key());
            insert.setLong(3, event.version());
            insert.setString(4, RequestIds.current());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("effect not written", e);
        }
        if (poisoned.contains(what)) {
            throw new IllegalArgumentException("cannot digest " + event.state());
        }
        Runnable disturbance = runOnce.remove(what);
        if (disturbance != null) {
            disturbance.run();
        }
    }

    void poison(String key, long version) {
        poisoned.add(key + "/" + version);
    }

    void heal() {
        poisoned.clear();
    }

    /** At the end of the next effect of this event. */
    void runOnce(String key, long version, Runnable disturbance) {
        runOnce.put(key + "/" + version, disturbance);
    }

    /** The database ends the connection of the transaction at hand. */
    void endOwnConnection() {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select pg_terminate_backend(pg_backend_pid())")) {
            select.execute();
        } catch (SQLException e) {
            throw new DatabaseException("ended", e);
        }
    }

    /** Versions of a key in the order of their effects. */
    List<Long> of(String consumer, String key) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select version from effect where consumer = ? and key = ? order by sequence")) {
            select.setString(1, consumer);
            select.setString(2, key);
            try (var rows = select.executeQuery()) {
                List<Long> versions = new ArrayList<>();
                while (rows.next()) {
                    versions.add(rows.getLong(1));
                }
                return versions;
            }
        } catch (SQLException e) {
            throw new DatabaseException("effects not read", e);
        }
    }
}
