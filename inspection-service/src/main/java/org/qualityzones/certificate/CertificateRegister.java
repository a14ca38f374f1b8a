package org.qualityzones.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.contracts.AnnualReportFiled;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.exemptionrule.Terms;
import org.qualityzones.scope.Scopes;
import org.qualityzones.scope.WorkScopes;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problems;

/** Where other features issue certificates and ask about them, within their own transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CertificateRegister {

    private final Certificates certificates;
    private final ExemptionLookup lookup;
    private final CertificateEvents events;
    private final CertificateNumbers numbers;
    private final CertificateTokens tokens;
    private final StatusEntries entries;
    private final WorkScopes scopes;
    private final Ids ids;

    CertificateRegister(
            Certificates certificates,
            ExemptionLookup lookup,
            CertificateEvents events,
            CertificateNumbers numbers,
            CertificateTokens tokens,
            StatusEntries entries,
            WorkScopes scopes,
            Ids ids) {
        this.certificates = certificates;
        this.lookup = lookup;
        this.events = events;
        this.numbers = numbers;
        this.tokens = tokens;
        this.entries = entries;
        this.scopes = scopes;
        this.ids = ids;
    }

    /** Issues a certificate; an imported one holds from the first day of its term. @return its number */
    public String issue(IssuedCertificate issued, Instant now) {
        String number =
                issued.number() == null ? numbers.next(ShanghaiDays.of(now).getYear()) : issued.number();
        var certificate = new Certificate(ids.next(), number, numbers.nextStatusEntry(), issued, now);
        certificates.persist(certificate);
        certificates.flush();
        lookup.enter(certificate);
        entries.touch(certificate);
        tokens.of(certificate);
        scopes.keep(Certificates.KIND, certificate.id(), keys(issued));
        Instant inForce = issued.applicationId() == null ? ShanghaiDays.startOf(issued.validFrom()) : now;
        events.issued(certificate, inForce, now);
        return number;
    }

    /** Enters that an imported certificate was cancelled on an earlier day. */
    public void enterRevocation(String number, LocalDate day, Instant now) {
        Certificate certificate = certificates.forUpdate(number).orElseThrow();
        certificate.revoke(day, now);
        certificates.flush();
        entries.touch(certificate);
        events.changed(certificate, "revoke", CertificateStatus.VALID, null, ShanghaiDays.startOf(day), now);
    }

    /** The certificate of a number, if it is on record. */
    public Optional<Certificate> find(String number) {
        return certificates.byNumber(number);
    }

    /** The certificate of a number as it is now, locked until the transaction ends. */
    public Optional<Certificate> locked(String number) {
        return certificates.forUpdate(number);
    }

    /** The certificate of a number; 404 where the caller does not see it. */
    public Certificate visible(String number, Caller caller) {
        return seen(certificates.byNumber(number), number, caller);
    }

    /** The certificate of a number as it is now, locked until the transaction ends; 404 where the caller does not see it. */
    public Certificate required(String number, Caller caller) {
        return seen(certificates.forUpdate(number), number, caller);
    }

    private Certificate seen(Optional<Certificate> found, String number, Caller caller) {
        return found.filter(certificate -> scopes.sees(caller, Certificates.KIND, certificate.id()))
                .orElseThrow(() -> Problems.notFound("certificate", number));
    }

    /** Its holder reported on a year. */
    public void reported(Certificate certificate, AnnualReportFiled report, Instant now) {
        certificate.note();
        events.reported(certificate, report, now);
    }

    /** Until when the producer may not apply, because a certificate of it was cancelled; the first day it may. */
    public Optional<LocalDate> barredUntil(String uscc) {
        return certificates.lastRevoked(uscc).map(Terms::endOfBar);
    }

    /** Whether a certificate in force on a day, or suspended, covers some of these goods. */
    public boolean anyRunning(String uscc, List<String> hsPrefixes, LocalDate day) {
        return lookup.anyRunning(uscc, hsPrefixes, day);
    }

    private static Set<String> keys(IssuedCertificate issued) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(Scopes.producer(issued.uscc()));
        Scopes.area(issued.area()).forEach(keys::add);
        return keys;
    }
}
