package org.qualityzones.certificateimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.qualityzones.certificate.Certificate;
import org.qualityzones.certificate.CertificateRegister;
import org.qualityzones.copies.Parties;
import org.qualityzones.reference.CsvFile;
import org.qualityzones.web.Problems;

/** Enters one row in the surrounding transaction. */
@ApplicationScoped
class RowRegistrar {

    private final CertificateRegister register;
    private final Parties parties;
    private final DataSource dataSource;

    RowRegistrar(CertificateRegister register, Parties parties, DataSource dataSource) {
        this.register = register;
        this.parties = parties;
        this.dataSource = dataSource;
    }

    /** Enters a certificate that is new; one on record stays as it is, and another one of its number is refused. */
    CsvFile.Outcome enter(ImportedRow row, Instant now) {
        takeTurns(row.number());
        Optional<Certificate> known = register.find(row.number());
        if (known.isPresent()) {
            if (!row.isOnRecordAs(known.get())) {
                throw Problems.duplicate("certificate", row.number());
            }
            return new CsvFile.Outcome("unchanged", row.number());
        }
        String area = parties.once()
                .find(row.uscc())
                .map(party -> party.state().areaCode())
                .orElseGet(() -> row.uscc().substring(2, 8));
        register.issue(row.asIssued(area), now);
        if (row.revokedOn() != null) {
            register.enterRevocation(row.number(), row.revokedOn(), now);
        }
        return new CsvFile.Outcome("created", row.number());
    }

    private void takeTurns(String number) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(
                        "SELECT pg_advisory_xact_lock(hashtext('certificate'), hashtext(?))")) {
            lock.setString(1, number);
            lock.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException("The certificate " + number + " cannot be locked", e);
        }
    }
}
