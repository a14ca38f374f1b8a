package org.qualityzones.redecision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.qualityzones.copies.WarningScopes;
import org.qualityzones.factchange.FactChange;

/**
 * Declarations that a change of facts can concern, in the order of their ids. Each query walks a partial index of lines that
 * facts can still change.
 */
@ApplicationScoped
class ConcernedDeclarations {

    /** Held, or decided without facts that may arrive. */
    private static final String OPEN = "live AND (clearance_state = 'REFUSED' OR awaits IS NOT NULL)";

    private static final String HELD = "live AND clearance_state = 'REFUSED'";
    private static final String CLEARED = "live AND clearance_state = 'CLEARED'";
    private static final UUID FIRST = new UUID(0, 0);

    private static final String CONCERNING = "SELECT wanted.id FROM unnest(?, ?, ?, ?)"
            + " AS wanted (id, uscc, after_id, cleared) WHERE " + anyOfParty(OPEN) + " OR wanted.cleared AND ("
            + anyOfParty(CLEARED) + ")";

    private final DataSource dataSource;

    ConcernedDeclarations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A part of a question: lines under a condition. */
    private record Part(String condition, List<Object> parameters) {

        Part and(String more, Object parameter) {
            if (parameter == null) {
                return this;
            }
            List<Object> all = new ArrayList<>(parameters);
            all.add(parameter);
            return new Part(condition + " AND " + more, all);
        }
    }

    /** Lines of an enterprise that are held or wait for facts. @param cleared whether its cleared ones are concerned too */
    List<UUID> ofEnterprise(String uscc, boolean cleared, UUID after, int limit) {
        List<Part> parts = new ArrayList<>(ofParty(OPEN, uscc));
        if (cleared) {
            parts.addAll(ofParty(CLEARED, uscc));
        }
        return find(parts, after, limit);
    }

    /**
     * Those of the enterprises' changes for which {@link #ofEnterprise} finds a declaration.
     *
     * @param cleared the enterprises whose cleared lines are concerned too
     */
    Set<Long> concerning(List<FactChange> changes, Set<String> cleared) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(CONCERNING)) {
            select.setArray(1, connection.createArrayOf("bigint", each(changes, FactChange::id)));
            select.setArray(2, connection.createArrayOf("text", each(changes, FactChange::key)));
            select.setArray(3, connection.createArrayOf("uuid", each(changes, change -> first(change.afterId()))));
            select.setArray(
                    4, connection.createArrayOf("boolean", each(changes, change -> cleared.contains(change.key()))));
            Set<Long> concerning = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    concerning.add(row.getLong(1));
                }
            }
            return concerning;
        } catch (SQLException e) {
            throw new IllegalStateException("The changes that concern a declaration cannot be found", e);
        }
    }

    /** Cleared lines in the scope of a warning that forbids; held ones in the scope of one that does no more. */
    List<UUID> ofWarning(WarningScopes.Scope scope, UUID after, int limit) {
        String lines = scope.forbids() ? CLEARED : HELD;
        List<Part> parts = scope.uscc() == null ? List.of(all(lines)) : ofParty(lines, scope.uscc());
        return find(
                parts.stream()
                        .map(part -> part.and("starts_with(hs_code, ?)", scope.hsPrefix())
                                .and("destination = ?", scope.destination()))
                        .toList(),
                after,
                limit);
    }

    List<UUID> held(UUID after, int limit) {
        return find(List.of(all(HELD)), after, limit);
    }

    /** @param what {@code RATE} or {@code COPIES} */
    List<UUID> awaiting(String what, UUID after, int limit) {
        return find(List.of(all("live AND awaits IN ('RATE', 'COPIES')").and("awaits = ?", what)), after, limit);
    }

    private static Part all(String lines) {
        return new Part(lines, List.of());
    }

    private static List<Part> ofParty(String lines, String uscc) {
        return List.of(
                all(lines).and("producer = ?", uscc),
                all(lines + " AND consignor <> producer").and("consignor = ?", uscc));
    }

    /** The same as {@link #ofParty}, of the enterprise that is wanted; ordered, so that an index answers, not any first row. */
    private static String anyOfParty(String lines) {
        String first = "(SELECT declaration_id FROM declaration_line WHERE " + lines
                + " AND declaration_id > wanted.after_id AND %s ORDER BY declaration_id LIMIT 1) IS NOT NULL";
        return first.formatted("producer = wanted.uscc") + " OR "
                + first.formatted("consignor <> producer AND consignor = wanted.uscc");
    }

    private static <T> Object[] each(List<FactChange> changes, Function<FactChange, T> value) {
        return changes.stream().map(value).toArray();
    }

    private static UUID first(UUID after) {
        return Optional.ofNullable(after).orElse(FIRST);
    }

    private List<UUID> find(List<Part> parts, UUID after, int limit) {
        String sql = parts.stream()
                .map(part -> "(SELECT DISTINCT declaration_id FROM declaration_line WHERE " + part.condition()
                        + " AND declaration_id > ? ORDER BY declaration_id LIMIT ?)")
                .collect(Collectors.joining(
                        " UNION ", "SELECT declaration_id FROM (", ") AS concerned ORDER BY declaration_id LIMIT ?"));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 1;
            for (Part part : parts) {
                for (Object parameter : part.parameters()) {
                    select.setObject(index++, parameter);
                }
                select.setObject(index++, first(after));
                select.setInt(index++, limit);
            }
            select.setInt(index, limit);
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The declarations that a change concerns cannot be found", e);
        }
    }
}
