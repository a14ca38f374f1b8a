package org.qualityzones.certificateimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.qualityzones.certificate.Certificate;
import org.qualityzones.certificate.IssuedCertificate;
import org.qualityzones.reference.CsvRow;
import org.qualityzones.web.codes.Codes;
import org.qualityzones.web.codes.UsccRules;

/**
 * One row of an import.
 *
 * @param hsPrefixes sorted, without those that a shorter one covers
 * @param revokedOn day of the cancellation; null where the certificate was not cancelled
 */
record ImportedRow(
        String number,
        String uscc,
        String product,
        List<String> hsPrefixes,
        String standard,
        LocalDate validFrom,
        LocalDate validUntil,
        LocalDate revokedOn,
        String provenance,
        String source) {

    static final List<String> COLUMNS = List.of(
            "number",
            "uscc",
            "product",
            "hsPrefixes",
            "standard",
            "validFrom",
            "validUntil",
            "revokedOn",
            "provenance",
            "source");

    private static final Set<String> PROVENANCES = Set.of("FOUND", "SEED", "CONFIGURED");
    private static final int MOST_PREFIXES = 24;

    /** @param today a certificate in force later than this is not yet issued */
    static ImportedRow of(CsvRow row, LocalDate today) {
        LocalDate from = row.day("validFrom");
        if (from.isAfter(today)) {
            throw row.invalid("validFrom", "future", "a certificate that is imported has begun");
        }
        row.required("validUntil");
        row.required("provenance");
        return new ImportedRow(
                row.matching(
                        "number",
                        "[A-Za-z0-9]([A-Za-z0-9._-]{0,30}[A-Za-z0-9])?",
                        "certificate-number",
                        "1 to 32 letters, digits, dots, dashes or underscores are needed"),
                uscc(row),
                row.required("product"),
                prefixes(row),
                row.matching("standard", "[ -~]{1,64}", "standard", "1 to 64 characters of ASCII are needed"),
                from,
                row.until("validUntil", from),
                revokedOn(row, from, today),
                row.choice("provenance", PROVENANCES),
                row.required("source"));
    }

    IssuedCertificate asIssued(String area) {
        return new IssuedCertificate(
                number,
                uscc,
                area,
                product,
                hsPrefixes,
                standard,
                validFrom,
                validUntil,
                null,
                null,
                provenance,
                source);
    }

    /** Whether a certificate on record is this one; what became of it since does not matter. */
    boolean isOnRecordAs(Certificate certificate) {
        return uscc.equals(certificate.uscc())
                && product.equals(certificate.product())
                && hsPrefixes.equals(certificate.hsPrefixes())
                && standard.equals(certificate.standard())
                && validFrom.equals(certificate.validFrom())
                && validUntil.equals(certificate.validUntil())
                && provenance.equals(certificate.provenance())
                && source.equals(certificate.source())
                && (revokedOn == null || revokedOn.equals(certificate.revokedOn()));
    }

    private static String uscc(CsvRow row) {
        String uscc = row.required("uscc");
        Optional<String> violation = UsccRules.violation(uscc);
        if (violation.isPresent()) {
            throw row.invalid("uscc", violation.get(), "a unified social credit code (GB 32100)");
        }
        return uscc;
    }

    private static List<String> prefixes(CsvRow row) {
        List<String> kept = new ArrayList<>();
        for (String prefix : new TreeSet<>(List.of(row.required("hsPrefixes").split("\\s+")))) {
            if (!Codes.isHsPrefix(prefix)) {
                throw row.invalid("hsPrefixes", "hs-prefix", "beginnings of HS codes with spaces between");
            }
            if (kept.isEmpty() || !prefix.startsWith(kept.getLast())) {
                kept.add(prefix);
            }
        }
        if (kept.size() > MOST_PREFIXES) {
            throw row.invalid("hsPrefixes", "size", "at most " + MOST_PREFIXES);
        }
        return List.copyOf(kept);
    }

    private static LocalDate revokedOn(CsvRow row, LocalDate from, LocalDate today) {
        LocalDate revokedOn = row.until("revokedOn", from);
        if (revokedOn != null && revokedOn.isAfter(today)) {
            throw row.invalid("revokedOn", "future", "the day lies ahead");
        }
        return revokedOn;
    }
}
