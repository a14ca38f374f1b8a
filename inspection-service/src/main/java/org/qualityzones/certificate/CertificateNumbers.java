package org.qualityzones.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives out numbers of certificates and their places on the status lists; unique, rising, with gaps. */
@ApplicationScoped
class CertificateNumbers {

    private final DataSource dataSource;

    CertificateNumbers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** {@code EX}, the year and six digits or more. */
    String next(int year) {
        return "EX%d%06d".formatted(year, next("SELECT nextval('certificate_number')"));
    }

    long nextStatusEntry() {
        return next("SELECT nextval('status_entry')");
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
