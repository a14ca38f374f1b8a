package org.qualityzones.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.signing.Signer;

/** The signed form of each certificate: one compact JWS, small enough for a QR code, signed once. */
@ApplicationScoped
class CertificateTokens {

    private static final String STATUS_LISTS = "/public/v1/status-lists/";

    private final DataSource dataSource;
    private final Signer signer;
    private final Clock clock;

    CertificateTokens(DataSource dataSource, Signer signer, Clock clock) {
        this.dataSource = dataSource;
        this.signer = signer;
        this.clock = clock;
    }

    /** The token of a certificate, signed now where it has none yet; within the running transaction. */
    String of(Certificate certificate) {
        return find(certificate).orElseGet(() -> {
            keep(certificate, signer.sign(null, claims(certificate)));
            return find(certificate).orElseThrow();
        });
    }

    private Map<String, Object> claims(Certificate certificate) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", signer.publicBase());
        claims.put("sub", certificate.number());
        claims.put("uscc", certificate.uscc());
        claims.put("hs", certificate.hsPrefixes());
        claims.put("std", certificate.standard());
        claims.put("nbf", startOf(certificate.validFrom()));
        claims.put("exp", startOf(certificate.validUntil().plusDays(1)));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("idx", StatusEntries.index(certificate));
        entry.put("uri", signer.publicBase() + STATUS_LISTS + StatusEntries.list(certificate));
        claims.put("status", Map.of("status_list", entry));
        return claims;
    }

    private static long startOf(LocalDate day) {
        return ShanghaiDays.startOf(day).getEpochSecond();
    }

    private Optional<String> find(Certificate certificate) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT token FROM certificate_token WHERE certificate_id = ?")) {
            select.setObject(1, certificate.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The token of " + certificate.number() + " cannot be read", e);
        }
    }

    private void keep(Certificate certificate, Signer.Signed signed) {
        String sql = "INSERT INTO certificate_token (certificate_id, kid, token, signed_at) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, certificate.id());
            insert.setString(2, signed.kid());
            insert.setString(3, signed.token());
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The token of " + certificate.number() + " cannot be kept", e);
        }
    }
}
