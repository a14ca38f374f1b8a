package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives out the numbers that people quote; unique, rising, with gaps where a transaction was rolled back. */
@ApplicationScoped
class Numbers {

    private final DataSource dataSource;

    Numbers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** {@code D}, the year and ten digits. */
    String nextDeclaration(int year) {
        return "D%d%010d".formatted(year, next("SELECT nextval('declaration_number')"));
    }

    /** {@code C}, the year and ten digits. */
    String nextClearance(int year) {
        return "C%d%010d".formatted(year, next("SELECT nextval('clearance_number')"));
    }

    private long next(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("No number can be given out", e);
        }
    }
}
