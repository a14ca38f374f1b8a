package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qualityzones.correctiveaction.CorrectiveActionDesk;
import org.qualityzones.decisionrecord.DecisionViews;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.scope.Visibility;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** Verifies the documents of lines that were decided {@code VERIFY}. */
@ApplicationScoped
class DocumentVerificationService {

    private final Declarations declarations;
    private final DocumentVerifications verifications;
    private final LineRulings rulings;
    private final CorrectiveActionDesk actions;
    private final DecisionViews views;
    private final Visibility visibility;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    DocumentVerificationService(
            Declarations declarations,
            DocumentVerifications verifications,
            LineRulings rulings,
            CorrectiveActionDesk actions,
            DecisionViews views,
            Visibility visibility,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.declarations = declarations;
        this.verifications = verifications;
        this.rulings = rulings;
        this.actions = actions;
        this.views = views;
        this.visibility = visibility;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Refuses a caller outside of the line's area of production. */
    void authorize(UUID id, int lineNo, Caller caller) {
        if (!caller.covers(line(declaration(id, caller), lineNo).area())) {
            throw Problems.notYourRow("/area", "The lot was produced outside of the caller's areas");
        }
    }

    /** Clears the line, or refuses it and opens a corrective action. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer verify(UUID id, int lineNo, DocumentVerification.Finding finding, Caller caller) {
        Declaration declaration = declarations.forUpdate(id).orElseThrow(() -> Problems.notFound("declaration", id));
        DeclarationLine line = line(declaration, lineNo);
        requireWaiting(declaration, line);
        Instant now = clock.instant();
        DocumentVerification verification =
                new DocumentVerification(ids.next(), id, line, finding, caller.subject(), now);
        verifications.persist(verification);
        UUID action = finding.conforming()
                ? null
                : actions.documentsNotConforming(LineDecider.inspected(declaration, line), now);
        rulings.clear(declaration, line, finding.conforming(), "documents", now);
        audit.record("declaration.verify-documents", id + "/" + lineNo, String.valueOf(finding.conforming()));
        return Answer.created(
                "/api/v1/declarations/" + id,
                declaration.version(),
                new DocumentVerificationView(
                        verification.id(),
                        id,
                        lineNo,
                        verification.finding().conforming(),
                        verification.finding().remarks(),
                        now,
                        DeclarationView.ClearanceView.of(line.clearance(), now),
                        action));
    }

    private void requireWaiting(Declaration declaration, DeclarationLine line) {
        String outcome = views.inForce(List.of(line.decisionId()))
                .get(line.decisionId())
                .path("outcome")
                .textValue();
        boolean pending = line.clearance().isPending() && declaration.status() != DeclarationStatus.WITHDRAWN;
        if (!Outcome.VERIFY.name().equals(outcome) || !pending) {
            throw Problem.of(
                            CommonProblem.ILLEGAL_TRANSITION,
                            "Line " + line.lineNo() + " does not wait for its documents to be verified")
                    .with("outcome", outcome)
                    .with("state", declaration.status().name());
        }
    }

    private Declaration declaration(UUID id, Caller caller) {
        return declarations
                .findByIdOptional(id)
                .filter(_ -> visibility.sees(caller, id))
                .orElseThrow(() -> Problems.notFound("declaration", id));
    }

    private static DeclarationLine line(Declaration declaration, int lineNo) {
        return declaration
                .line(lineNo)
                .filter(line -> !line.removed())
                .orElseThrow(() -> Problems.notFound("line", lineNo));
    }
}
