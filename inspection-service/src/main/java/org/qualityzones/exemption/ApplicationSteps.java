package org.qualityzones.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.qualityzones.certificate.CertificateRegister;
import org.qualityzones.certificate.IssuedCertificate;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.exemptionrule.ExemptionRule;
import org.qualityzones.exemptionrule.Terms;

/** What each step of an application does beside moving it on, within the running transaction. */
@ApplicationScoped
class ApplicationSteps {

    private final ApplicationRules rules;
    private final CertificateRegister certificates;
    private final ExemptionConfig config;

    ApplicationSteps(ApplicationRules rules, CertificateRegister certificates, ExemptionConfig config) {
        this.rules = rules;
        this.certificates = certificates;
        this.config = config;
    }

    /** @param person who takes the step */
    void take(ExemptionApplication application, ApplicationStatus to, String reason, String person, Instant now) {
        LocalDate today = ShanghaiDays.of(now);
        switch (to) {
            case PROPOSED -> application.proposedBy(person);
            case APPROVED -> approve(application, person, today, now);
            case REFUSED, NOT_ACCEPTED, WITHDRAWN -> application.decided(null, today, now);
            default -> {}
        }
        application.move(to, reason, dueOn(to, application.dueOn(), today));
    }

    private void approve(ExemptionApplication application, String person, LocalDate today, Instant now) {
        if (person.equals(application.proposedBy())) {
            throw ExemptionRule.SECOND_PERSON.refusal("Who proposed the certificate does not approve it");
        }
        rules.checkStillRenewable(application, today);
        LocalDate from = application.renews() == null
                ? today
                : certificates
                        .find(application.renews())
                        .orElseThrow()
                        .validUntil()
                        .plusDays(1);
        String number = certificates.issue(
                new IssuedCertificate(
                        null,
                        application.uscc(),
                        application.area(),
                        application.product(),
                        application.hsPrefixes(),
                        application.standard(),
                        from,
                        Terms.lastDay(from),
                        application.id(),
                        application.renews(),
                        null,
                        null),
                now);
        application.decided(number, today, now);
    }

    private LocalDate dueOn(ApplicationStatus to, LocalDate dueOn, LocalDate today) {
        return switch (to) {
            case FILED -> today.plusMonths(config.answerMonths());
            case INCOMPLETE -> today.plusMonths(config.supplementMonths());
            case ACCEPTED -> today.plusMonths(config.reviewMonths());
            case EXPERT_REVIEW, PROPOSED -> dueOn;
            default -> null;
        };
    }
}
