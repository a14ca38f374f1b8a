package org.qualityzones.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.certificate.Certificate;
import org.qualityzones.certificate.CertificateRegister;
import org.qualityzones.certificate.CertificateStatus;
import org.qualityzones.copies.Parties;
import org.qualityzones.exemptionrule.ExemptionRule;
import org.qualityzones.exemptionrule.Terms;
import org.qualityzones.facts.PartyStatus;
import org.qualityzones.web.Problems;

/** What an application must keep to, in the order of checking; each refusal names its rule. */
@ApplicationScoped
class ApplicationRules {

    private final ExemptionApplications applications;
    private final CertificateRegister certificates;
    private final ExemptionConfig config;

    ApplicationRules(ExemptionApplications applications, CertificateRegister certificates, ExemptionConfig config) {
        this.applications = applications;
        this.certificates = certificates;
        this.config = config;
    }

    /** Checks an application, new or submitted again. @param id its own */
    void check(UUID id, ExemptionCommands.Apply command, Optional<Parties.Party> applicant, LocalDate today) {
        if (applicant
                .filter(party -> party.status() == PartyStatus.DEREGISTERED)
                .isPresent()) {
            throw ExemptionRule.ENTERPRISE_ACTIVE.refusal("The enterprise is deregistered");
        }
        List<String> goods = command.goods();
        checkGoods(goods);
        checkBars(command.uscc(), goods, today);
        applications.openFor(command.uscc(), goods, id).ifPresent(open -> {
            throw ExemptionRule.ONE_APPLICATION.refusal("Application " + open + " for some of these goods is open");
        });
        if (command.renews() != null) {
            checkRenewal(command, today);
        } else if (certificates.anyRunning(command.uscc(), goods, today)) {
            throw ExemptionRule.ALREADY_EXEMPT.refusal(
                    "A certificate covers some of these goods; apply for its renewal");
        }
    }

    /** Checks, once more at the decision, that what is renewed may be; from then on nobody suspends or cancels it. */
    void checkStillRenewable(ExemptionApplication application, LocalDate today) {
        if (application.renews() != null) {
            inForce(certificates.locked(application.renews()).orElseThrow(), today);
        }
        checkBars(application.uscc(), List.of(), today);
    }

    private void checkGoods(List<String> goods) {
        for (String prefix : goods) {
            boolean excluded =
                    config.excluded().stream().anyMatch(bar -> prefix.startsWith(bar) || bar.startsWith(prefix));
            if (excluded) {
                throw ExemptionRule.EXCLUDED_GOODS.refusal("No exemption is accepted for goods of " + prefix);
            }
        }
    }

    private void checkBars(String uscc, List<String> goods, LocalDate today) {
        certificates.barredUntil(uscc).filter(today::isBefore).ifPresent(first -> {
            throw ExemptionRule.BAR_AFTER_CANCELLATION
                    .refusal("An exemption was cancelled; a new application is possible from " + first)
                    .with("possibleFrom", first.toString());
        });
        applications
                .lastRefused(uscc, goods)
                .map(day -> day.plusYears(config.refusalBarYears()))
                .filter(today::isBefore)
                .ifPresent(first -> {
                    throw ExemptionRule.BAR_AFTER_REFUSAL
                            .refusal("These goods were refused; a new application is possible from " + first)
                            .with("possibleFrom", first.toString());
                });
    }

    private void checkRenewal(ExemptionCommands.Apply command, LocalDate today) {
        Certificate certificate = certificates
                .find(command.renews())
                .filter(found -> found.uscc().equals(command.uscc()))
                .orElseThrow(() -> Problems.invalid(
                        "/renews", "unknown-certificate", "The enterprise has no certificate " + command.renews()));
        inForce(certificate, today);
        LocalDate first = Terms.renewalFrom(certificate.validUntil());
        if (today.isBefore(first)) {
            throw ExemptionRule.RENEWAL_WINDOW
                    .refusal("Renewal may be applied for from " + first)
                    .with("possibleFrom", first.toString());
        }
        if (!certificate.hsPrefixes().equals(command.goods())) {
            throw ExemptionRule.SAME_RANGE.refusal(
                    "The certificate covers " + certificate.hsPrefixes() + "; other goods are a new application");
        }
    }

    private static void inForce(Certificate certificate, LocalDate today) {
        CertificateStatus status = certificate.on(today);
        switch (status) {
            case VALID -> {}
            case SUSPENDED ->
                throw ExemptionRule.NOT_UNDER_RECTIFICATION.refusal("The certificate is suspended; rectify first");
            case EXPIRED, REVOKED ->
                throw ExemptionRule.TERM_OVER.refusal("The certificate is " + status + "; this is a new application");
            default -> throw new IllegalStateException("Unknown status " + status);
        }
    }
}
