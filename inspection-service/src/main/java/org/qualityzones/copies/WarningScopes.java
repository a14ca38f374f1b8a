package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;

/** What risk warnings are about, as this service last heard of them. */
@ApplicationScoped
public class WarningScopes {

    private static final String FIND = """
            SELECT hs_prefix, destination, uscc,
                NOT lifted AND measure IN ('BAN', 'SUSPEND') AND valid_from <= ?
                    AND (valid_until IS NULL OR valid_until >= ?)
            FROM risk_warning_copy WHERE id = ?
            """;

    private final DataSource dataSource;

    WarningScopes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What a warning is about. Parts that are null match everything.
     *
     * @param forbids whether it is a ban or a suspension of the goods in force on the day
     */
    public record Scope(String hsPrefix, String destination, String uscc, boolean forbids) {}

    public Optional<Scope> find(String id, LocalDate day) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, day);
            select.setObject(2, day);
            select.setString(3, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Scope(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The risk warning " + id + " cannot be read", e);
        }
    }
}
