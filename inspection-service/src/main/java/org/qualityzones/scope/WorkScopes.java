package org.qualityzones.scope;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.web.Caller;
import org.qualityzones.web.LateWrites;

/** Keeps and asks the index of who may see which inspection or corrective action: the parties and areas of its one line. */
@ApplicationScoped
public class WorkScopes {

    private static final String KEEP = """
            INSERT INTO work_scope (kind, scope, id) SELECT ?, scope, ? FROM unnest(?::text[]) AS t (scope)
            ON CONFLICT DO NOTHING
            """;
    private static final String SEES = "SELECT 1 FROM work_scope WHERE kind = ? AND scope = ANY (?) AND id = ? LIMIT 1";

    private final DataSource dataSource;
    private final LateWrites writes;

    WorkScopes(DataSource dataSource, LateWrites writes) {
        this.dataSource = dataSource;
        this.writes = writes;
    }

    /** The keys of one line. @param agent null where the consignor filed itself */
    public static Set<String> of(String consignor, String agent, String producer, String area) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(Scopes.consignor(consignor));
        keys.add(Scopes.producer(producer));
        if (agent != null) {
            keys.add(Scopes.agent(agent));
        }
        Scopes.area(area).forEach(keys::add);
        return keys;
    }

    /** Adds a row under keys, in the running transaction. */
    public void keep(String kind, UUID id, Set<String> keys) {
        writes.write(KEEP, kind, id, keys.toArray(String[]::new));
    }

    /** Whether the caller may see the row at all. */
    public boolean sees(Caller caller, String kind, UUID id) {
        Optional<List<String>> keys = Scopes.of(caller);
        return keys.isEmpty() || found(kind, id, keys.get());
    }

    private boolean found(String kind, UUID id, List<String> keys) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SEES)) {
            select.setString(1, kind);
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            select.setObject(3, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The index of the " + kind + " cannot be read", e);
        }
    }
}
