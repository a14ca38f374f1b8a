package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Gives out the numbers that people quote; unique, rising, with gaps where a transaction was rolled back, or rows of an
 * import were refused or its lines not cleared at once.
 */
@ApplicationScoped
class Numbers {

    private final DataSource dataSource;

    Numbers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** So many of {@code D}, the year and ten digits. */
    List<String> nextDeclarations(int year, int count) {
        return next("D" + year, "SELECT nextval('declaration_number') FROM generate_series(1, ?)", count);
    }

    /** So many of {@code C}, the year and ten digits. */
    List<String> nextClearances(int year, int count) {
        return next("C" + year, "SELECT nextval('clearance_number') FROM generate_series(1, ?)", count);
    }

    private List<String> next(String prefix, String sql, int count) {
        List<String> numbers = new ArrayList<>(count);
        if (count == 0) {
            return numbers;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, count);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.add("%s%010d".formatted(prefix, row.getLong(1)));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("No number can be given out", e);
        }
    }
}
