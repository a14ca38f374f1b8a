package org.qualityzones.scope;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.web.Caller;

/** Keeps and asks the index of who may see which declaration. */
@ApplicationScoped
public class Visibility {

    private static final String KEEP = """
            INSERT INTO declaration_scope (scope, declaration_id)
            SELECT scope, declaration_id FROM unnest(?::text[], ?::uuid[]) AS t (scope, declaration_id)
            ON CONFLICT DO NOTHING
            """;
    private static final String SEES =
            "SELECT 1 FROM declaration_scope WHERE declaration_id = ? AND scope = ANY (?) LIMIT 1";

    private final DataSource dataSource;

    Visibility(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds a declaration under keys, in the running transaction. */
    public void keep(UUID declarationId, Collection<String> keys) {
        keep(Map.of(declarationId, keys));
    }

    /** The same for several. */
    public void keep(Map<UUID, ? extends Collection<String>> keys) {
        List<String> scopes = new ArrayList<>();
        List<UUID> declarations = new ArrayList<>();
        keys.forEach((declaration, of) -> of.forEach(scope -> {
            scopes.add(scope);
            declarations.add(declaration);
        }));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setArray(1, connection.createArrayOf("text", scopes.toArray()));
            keep.setArray(2, connection.createArrayOf("uuid", declarations.toArray()));
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The index of the declaration cannot be written", e);
        }
    }

    /** Whether the caller may see the declaration at all. */
    public boolean sees(Caller caller, UUID declarationId) {
        Optional<List<String>> keys = Scopes.of(caller);
        return keys.isEmpty() || found(declarationId, keys.get());
    }

    private boolean found(UUID declarationId, List<String> keys) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SEES)) {
            select.setObject(1, declarationId);
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The index of the declaration cannot be read", e);
        }
    }
}
