package org.qualityzones.scope;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.qualityzones.web.Caller;
import org.qualityzones.web.LateWrites;

/** Keeps and asks the index of who may see which declaration. */
@ApplicationScoped
public class Visibility {

    private static final String KEEP = """
            INSERT INTO declaration_scope (scope, declaration_id)
            SELECT scope, declaration_id FROM unnest(?::text[], ?::uuid[]) AS t (scope, declaration_id)
            """;
    private static final String ADD = KEEP + "ON CONFLICT DO NOTHING";
    private static final String SEES =
            "SELECT 1 FROM declaration_scope WHERE declaration_id = ? AND scope = ANY (?) LIMIT 1";

    private final DataSource dataSource;
    private final LateWrites writes;

    Visibility(DataSource dataSource, LateWrites writes) {
        this.dataSource = dataSource;
        this.writes = writes;
    }

    /** Keeps new declarations under their keys, in the order of the index, in the running transaction. */
    public void keep(Map<UUID, Set<String>> keys) {
        SortedMap<String, List<UUID>> byScope = new TreeMap<>();
        keys.forEach((declaration, of) -> of.forEach(
                scope -> byScope.computeIfAbsent(scope, _ -> new ArrayList<>()).add(declaration)));
        List<String> scopes = new ArrayList<>();
        List<UUID> declarations = new ArrayList<>();
        byScope.forEach((scope, under) -> {
            scopes.addAll(Collections.nCopies(under.size(), scope));
            declarations.addAll(under);
        });
        writes.write(KEEP, texts(scopes), texts(declarations));
    }

    /** Adds keys to a declaration, which may have some of them, in the running transaction. */
    public void add(UUID declarationId, Collection<String> keys) {
        writes.write(ADD, texts(keys), texts(Collections.nCopies(keys.size(), declarationId)));
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
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
