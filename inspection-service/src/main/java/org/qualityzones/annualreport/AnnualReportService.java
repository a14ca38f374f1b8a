package org.qualityzones.annualreport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.qualityzones.certificate.Certificate;
import org.qualityzones.certificate.CertificateRegister;
import org.qualityzones.contracts.AnnualReportFiled;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.exemptionrule.ExemptionRule;
import org.qualityzones.exemptionrule.Terms;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Page;
import org.qualityzones.web.Problems;

/** Takes annual reports in and shows them. */
@ApplicationScoped
class AnnualReportService {

    private final AnnualReports reports;
    private final CertificateRegister certificates;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    AnnualReportService(AnnualReports reports, CertificateRegister certificates, Audit audit, Ids ids, Clock clock) {
        this.reports = reports;
        this.certificates = certificates;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whoever sees the certificate of another enterprise may not report for it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void authorize(String number, Caller caller) {
        if (!caller.owns(certificates.visible(number, caller).uscc())) {
            throw Problems.notYourRow("", "The certificate is not the caller's");
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer file(String number, AnnualReportCommand command, Caller caller) {
        Certificate certificate = certificates.required(number, caller);
        Instant now = clock.instant();
        int year = command.year();
        check(certificate, year, ShanghaiDays.of(now));
        if (reports.has(certificate.id(), year)) {
            throw Problems.duplicate("report of " + number + " on", year);
        }
        AnnualReport report =
                new AnnualReport(ids.next(), certificate.id(), command, Terms.reportDue(year), caller.subject(), now);
        reports.persist(report);
        reports.flush();
        certificates.reported(certificate, new AnnualReportFiled(year, Terms.reportDue(year), report.late()), now);
        audit.record("certificate.report", number, Integer.toString(year));
        return Answer.created("/api/v1/certificates/" + number + "/annual-reports/" + year, 1, report.view());
    }

    @Transactional
    Page<AnnualReportView> list(String number, Caller caller) {
        return new Page<>(
                reports.of(certificates.visible(number, caller).id()).stream()
                        .map(AnnualReport::view)
                        .toList(),
                null);
    }

    @Transactional
    Answer show(String number, int year, Caller caller) {
        return reports.of(certificates.visible(number, caller).id()).stream()
                .map(AnnualReport::view)
                .filter(report -> report.year() == year)
                .findFirst()
                .map(report -> Answer.ok(1, report))
                .orElseThrow(() -> Problems.notFound("report of " + number + " on", year));
    }

    private static void check(Certificate certificate, int year, LocalDate today) {
        if (year >= today.getYear()) {
            throw ExemptionRule.YEAR_NOT_OVER.refusal("The year " + year + " is not over");
        }
        int first = certificate.validFrom().getYear();
        int last = certificate.validUntil().getYear();
        if (year < first || year > last) {
            throw ExemptionRule.YEAR_OUTSIDE_TERM.refusal(
                    "The term runs from " + first + " to " + last + ", not in " + year);
        }
    }
}
