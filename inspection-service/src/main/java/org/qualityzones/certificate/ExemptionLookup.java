package org.qualityzones.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.qualityzones.contracts.CertificateState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.facts.Exemption;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;

/** What decisions ask: the certificate of a producer that covers an HS code, by the index of prefixes. */
@ApplicationScoped
public class ExemptionLookup {

    /** Of several the most favourable, then the one that runs longest, then the first number. */
    private static final String BEST = """
            SELECT c.number, CASE WHEN c.status = 'REVOKED' THEN 'REVOKED' WHEN c.valid_until < ? THEN 'EXPIRED'
                ELSE c.status END AS state
            FROM certificate_prefix p JOIN certificate c ON c.id = p.certificate_id
            WHERE p.uscc = ? AND p.hs_prefix = ANY (?) AND c.valid_from <= ?
            ORDER BY array_position(ARRAY['VALID', 'SUSPENDED', 'EXPIRED', 'REVOKED'], CASE
                WHEN c.status = 'REVOKED' THEN 'REVOKED' WHEN c.valid_until < ? THEN 'EXPIRED' ELSE c.status END),
                c.valid_until DESC, c.number
            LIMIT 1
            """;

    private static final String BEST_OF_EACH = """
            SELECT wanted.uscc, wanted.hs_code, best.* FROM unnest(?, ?) AS wanted (uscc, hs_code) CROSS JOIN LATERAL (
                SELECT c.number, CASE WHEN c.status = 'REVOKED' THEN 'REVOKED' WHEN c.valid_until < ? THEN 'EXPIRED'
                    ELSE c.status END AS state
                FROM certificate_prefix p JOIN certificate c ON c.id = p.certificate_id
                WHERE p.uscc = wanted.uscc AND c.valid_from <= ? AND p.hs_prefix = ANY (ARRAY(
                    SELECT left(wanted.hs_code, length) FROM generate_series(2, length(wanted.hs_code), 2) AS length))
                ORDER BY array_position(ARRAY['VALID', 'SUSPENDED', 'EXPIRED', 'REVOKED'], CASE
                    WHEN c.status = 'REVOKED' THEN 'REVOKED' WHEN c.valid_until < ? THEN 'EXPIRED' ELSE c.status END),
                    c.valid_until DESC, c.number
                LIMIT 1) best
            """;

    private static final String NUMBERS = """
            SELECT DISTINCT c.number FROM certificate_prefix p JOIN certificate c ON c.id = p.certificate_id
            WHERE p.uscc = ? AND p.hs_prefix = ANY (?)
            LIMIT 1000
            """;

    private static final List<String> BEST_FIRST = List.of("VALID", "SUSPENDED", "EXPIRED", "REVOKED");

    private static final String RUNNING = """
            SELECT 1 FROM certificate_prefix p JOIN certificate c ON c.id = p.certificate_id
            WHERE p.uscc = ? AND c.status IN ('VALID', 'SUSPENDED') AND c.valid_until >= ? AND EXISTS (
                SELECT 1 FROM unnest(?) AS wanted (prefix)
                WHERE starts_with(p.hs_prefix, wanted.prefix) OR starts_with(wanted.prefix, p.hs_prefix))
            LIMIT 1
            """;

    private static final String ENTER =
            "INSERT INTO certificate_prefix (uscc, hs_prefix, certificate_id) VALUES (?, ?, ?)";

    private final DataSource dataSource;
    private final Answers answers;
    private final StateVersions versions;

    ExemptionLookup(DataSource dataSource, StateVersions versions) {
        this.versions = versions;
        this.dataSource = dataSource;
        this.answers = new Answers(dataSource, "The certificates of a producer cannot be read");
    }

    /** The fact of one line: the certificate that covers it on a day, as it is on record now. */
    public Exemption on(LocalDate day, String producer, String hsCode) {
        return answers.to(best(day, producer, hsCode)).orElse(Exemption.NONE);
    }

    /** The same, to be asked; none where there is no certificate. */
    public static Query<Optional<Exemption>> best(LocalDate day, String producer, String hsCode) {
        return Query.first(
                BEST,
                row -> new Exemption(Exemption.State.valueOf(row.getString(2)), row.getString(1)),
                day,
                producer,
                prefixes(hsCode),
                day,
                day);
    }

    /** Goods of a producer. */
    public record Goods(String producer, String hsCode) {}

    /** The same of all these goods. */
    public Map<Goods, Exemption> on(LocalDate day, Set<Goods> goods) {
        Map<Goods, Exemption> best = new HashMap<>();
        goods.forEach(each -> best.put(each, Exemption.NONE));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(BEST_OF_EACH)) {
            List<Goods> wanted = List.copyOf(goods);
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", wanted.stream().map(Goods::producer).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", wanted.stream().map(Goods::hsCode).toArray()));
            select.setObject(3, day);
            select.setObject(4, day);
            select.setObject(5, day);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    best.put(
                            new Goods(row.getString(1), row.getString(2)),
                            new Exemption(Exemption.State.valueOf(row.getString(4)), row.getString(3)));
                }
            }
            return best;
        } catch (SQLException e) {
            throw new IllegalStateException("The certificates of producers cannot be read", e);
        }
    }

    /** The fact as it held at an instant, as far as it was known by another. */
    public Exemption at(Instant asOf, Instant knownAt, LocalDate day, String producer, String hsCode) {
        return numbers(producer, hsCode).stream()
                .flatMap(number -> versions.at(Topics.CERTIFICATE, number, asOf, knownAt).stream())
                .map(version -> version.state(CertificateState.class))
                .filter(certificate -> !certificate.validFrom().isAfter(day))
                .min(Comparator.comparing((CertificateState each) -> BEST_FIRST.indexOf(status(each, day)))
                        .thenComparing(CertificateState::validUntil, Comparator.reverseOrder())
                        .thenComparing(CertificateState::number))
                .map(best -> new Exemption(Exemption.State.valueOf(status(best, day)), best.number()))
                .orElse(Exemption.NONE);
    }

    private static String status(CertificateState certificate, LocalDate day) {
        boolean over = !"REVOKED".equals(certificate.status())
                && certificate.validUntil().isBefore(day);
        return over ? "EXPIRED" : certificate.status();
    }

    private List<String> numbers(String producer, String hsCode) {
        List<String> numbers = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NUMBERS)) {
            select.setString(1, producer);
            select.setArray(2, connection.createArrayOf("text", prefixes(hsCode).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The certificates of " + producer + " cannot be read", e);
        }
        return numbers;
    }

    boolean anyRunning(String uscc, List<String> hsPrefixes, LocalDate day) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(RUNNING)) {
            select.setString(1, uscc);
            select.setObject(2, day);
            select.setArray(3, connection.createArrayOf("text", hsPrefixes.toArray()));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The certificates of " + uscc + " cannot be read", e);
        }
    }

    void enter(Certificate certificate) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(ENTER)) {
            for (String prefix : certificate.hsPrefixes()) {
                insert.setString(1, certificate.uscc());
                insert.setString(2, prefix);
                insert.setObject(3, certificate.id());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The goods of certificate " + certificate.number() + " are not entered", e);
        }
    }

    private static List<String> prefixes(String hsCode) {
        List<String> prefixes = new ArrayList<>();
        for (int length = 2; length <= hsCode.length(); length += 2) {
            prefixes.add(hsCode.substring(0, length));
        }
        return prefixes;
    }
}
