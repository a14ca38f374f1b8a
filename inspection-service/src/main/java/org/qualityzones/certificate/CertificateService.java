package org.qualityzones.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.qualityzones.contracts.CertificateState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.exemptionrule.ExemptionRule;
import org.qualityzones.exemptionrule.Terms;
import org.qualityzones.messaging.StateVersion;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.scope.Scopes;
import org.qualityzones.scope.WorkScopes;
import org.qualityzones.web.Answer;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Shows certificates and moves them on. */
@ApplicationScoped
class CertificateService {

    private final Certificates certificates;
    private final CertificateEvents events;
    private final CertificateTokens tokens;
    private final StatusEntries entries;
    private final StateVersions versions;
    private final WorkScopes scopes;
    private final Workflow workflow;
    private final Audit audit;
    private final Clock clock;

    CertificateService(
            Certificates certificates,
            CertificateEvents events,
            CertificateTokens tokens,
            StatusEntries entries,
            StateVersions versions,
            WorkScopes scopes,
            CertificateWorkflow workflow,
            Audit audit,
            Clock clock) {
        this.certificates = certificates;
        this.events = events;
        this.tokens = tokens;
        this.entries = entries;
        this.versions = versions;
        this.scopes = scopes;
        this.workflow = workflow.definition();
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Answer show(String number, AsOf point, Caller caller) {
        Certificate certificate = seen(certificates.byNumber(number), number, caller);
        return point.isNow() ? answer(certificate) : past(number, point);
    }

    @Transactional
    Page<CertificateView> list(String uscc, CertificateStatus status, PageRequest page, Caller caller) {
        LocalDate today = today();
        return Page.of(
                        certificates.newest(Scopes.of(caller), uscc, status, page.after(), page.limit()),
                        page,
                        Certificate::id)
                .map(certificate -> CertificateView.of(CertificateEvents.state(certificate), today));
    }

    /** One step of the life cycle; what follows this certificate and has not begun goes the same way. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer transit(String number, CertificateCommands.Transition transition, IfMatch ifMatch, Caller caller) {
        Certificate certificate = seen(certificates.forUpdate(number), number, caller);
        ifMatch.require(certificate.version());
        LocalDate today = today();
        workflow.check(certificate.on(today), transition.action(), caller);
        requireReason(transition);
        act(certificate, transition, today);
        certificates
                .renewalOf(number)
                .filter(next -> workflow.targets(next.on(today).name(), transition.action())
                        .contains(certificate.status().name()))
                .ifPresent(next -> act(next, transition, today));
        return answer(certificate);
    }

    /** Locks nothing: whoever sees the certificate may try; the workflow says who may do what. */
    @Transactional(Transactional.TxType.MANDATORY)
    void authorize(String number, Caller caller) {
        seen(certificates.byNumber(number), number, caller);
    }

    private void act(Certificate certificate, CertificateCommands.Transition transition, LocalDate today) {
        Instant now = clock.instant();
        CertificateStatus from = certificate.status();
        switch (transition.action()) {
            case "suspend" -> certificate.suspend(rectifyBy(transition, today));
            case "reinstate" -> certificate.reinstate();
            case "revoke" -> certificate.revoke(today, now);
            default -> throw new IllegalStateException("No one does " + transition.action());
        }
        entries.touch(certificate);
        events.changed(certificate, transition.action(), from, transition.reason(), now, now);
        audit.record("certificate." + transition.action(), certificate.number(), transition.reason());
    }

    private static void requireReason(CertificateCommands.Transition transition) {
        if (!transition.action().equals("reinstate")
                && (transition.reason() == null || transition.reason().isBlank())) {
            throw Problems.invalid("/reason", "required", transition.action() + " needs a reason");
        }
        if (transition.rectifyBy() != null && !transition.action().equals("suspend")) {
            throw Problems.invalid("/rectifyBy", "only-with-suspend", "rectifyBy goes with suspend only");
        }
    }

    private static LocalDate rectifyBy(CertificateCommands.Transition transition, LocalDate today) {
        LocalDate first = Terms.shortestRectification(today);
        LocalDate last = Terms.longestRectification(today);
        LocalDate wanted = transition.rectifyBy() == null ? first : transition.rectifyBy();
        if (wanted.isBefore(first) || wanted.isAfter(last)) {
            throw ExemptionRule.RECTIFICATION_PERIOD.refusal(
                    "rectifyBy lies from " + first + " to " + last + ", it is " + wanted);
        }
        return wanted;
    }

    private Answer past(String number, AsOf point) {
        Instant now = clock.instant();
        Instant asOf = point.asOf().orElse(now);
        StateVersion version = versions.at(
                        Topics.CERTIFICATE, number, asOf, point.knownAt().orElse(now))
                .orElseThrow(() -> Problems.notFound("version at that instant of certificate", number));
        return Answer.ok(
                version.version(), CertificateView.of(version.state(CertificateState.class), ShanghaiDays.of(asOf)));
    }

    private Answer answer(Certificate certificate) {
        return Answer.ok(
                certificate.version(),
                CertificateView.of(CertificateEvents.state(certificate), today())
                        .with(tokens.of(certificate)));
    }

    private LocalDate today() {
        return ShanghaiDays.of(clock.instant());
    }

    private Certificate seen(Optional<Certificate> found, String number, Caller caller) {
        return found.filter(certificate -> scopes.sees(caller, Certificates.KIND, certificate.id()))
                .orElseThrow(() -> Problems.notFound("certificate", number));
    }
}
