package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext.Cause;
import org.qualityzones.decision.Overruling;
import org.qualityzones.decisionoverride.LineOverriding;
import org.qualityzones.decisionoverride.OverrideRule;
import org.qualityzones.decisionrecord.DecidedLine;
import org.qualityzones.decisionrecord.Earlier;
import org.qualityzones.factchange.FactChanges;
import org.qualityzones.inspection.InspectionDesk;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** Decides lines as two persons say, where the line's state and the law allow it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LineOverrides implements LineOverriding {

    /** A ban that is being learned at this instant does not see the new clearance yet; longer than it takes to learn it. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(90);

    private final Declarations declarations;
    private final DocumentVerifications verifications;
    private final LinePreview preview;
    private final LineRedecider redecider;
    private final DeclarationReviews reviews;
    private final InspectionDesk inspections;
    private final FactChanges changes;

    LineOverrides(
            Declarations declarations,
            DocumentVerifications verifications,
            LinePreview preview,
            LineRedecider redecider,
            DeclarationReviews reviews,
            InspectionDesk inspections,
            FactChanges changes) {
        this.declarations = declarations;
        this.verifications = verifications;
        this.preview = preview;
        this.redecider = redecider;
        this.reviews = reviews;
        this.inspections = inspections;
        this.changes = changes;
    }

    /** A line that may be overridden, locked. @param waiting its inspection without a result, or null */
    private record Overridable(
            Declaration declaration, DeclarationLine line, LinePreview.Looked looked, InspectionDesk.Waiting waiting) {}

    @Override
    public String areaOf(DecidedLine decided) {
        return declarations
                .findByIdOptional(decided.declarationId())
                .flatMap(declaration -> declaration.line(decided.lineNo()))
                .map(DeclarationLine::area)
                .orElseThrow(() -> Problems.notFound("line", decided.lineNo()));
    }

    @Override
    public void check(DecidedLine decided, Outcome outcome, Instant now) {
        locked(decided, outcome, now);
    }

    @Override
    public UUID override(DecidedLine decided, Overruling overruling, Instant now) {
        Overridable found = locked(decided, overruling.outcome(), now);
        Declaration declaration = found.declaration();
        Map<Integer, Clearance> before = new HashMap<>();
        declaration.lines().forEach(line -> before.put(line.lineNo(), line.clearance()));
        Decision decision =
                redecider.override(declaration, found.line(), found.looked(), found.waiting(), overruling, now);
        reviews.tell(declaration, before, Map.of(Cause.OVERRIDE, List.of(decided.lineNo())), now);
        changes.recordAfter(declaration.id(), SECOND_LOOK);
        return decision.context().id();
    }

    private Overridable locked(DecidedLine decided, Outcome outcome, Instant now) {
        Declaration declaration = declarations.findById(decided.declarationId());
        long seen = declaration.version();
        Map<Integer, InspectionDesk.Waiting> waiting = inspections.lockWaiting(declaration.id());
        declarations.forUpdate(declaration.id());
        if (declaration.version() != seen) {
            throw Problem.of(CommonProblem.STALE_VERSION, "The declaration was changed in the meantime");
        }
        DeclarationLine line = declaration.line(decided.lineNo()).orElseThrow();
        requireOpen(declaration, line, decided, now);
        InspectionDesk.Waiting inspection = waiting.get(line.lineNo());
        requireNotBegun(decided.outcome(), outcome, inspection);
        LinePreview.Looked looked = preview.look(declaration, line, preview.setting(declaration, now));
        requireLawful(decided.outcome(), outcome, looked.decision());
        return new Overridable(declaration, line, looked, inspection);
    }

    private void requireOpen(Declaration declaration, DeclarationLine line, DecidedLine decided, Instant now) {
        if (declaration.status() == DeclarationStatus.WITHDRAWN) {
            throw OverrideRule.DECLARATION_WITHDRAWN.refusal("The declaration was withdrawn");
        }
        if (line.removed()) {
            throw OverrideRule.LINE_REMOVED.refusal("The line was removed by an amendment");
        }
        if (!line.decisionId().equals(decided.decisionId())) {
            throw OverrideRule.SUPERSEDED
                    .refusal("Another decision is in force for the line")
                    .with("decisionInForce", line.decisionId());
        }
        if (inspections.anyJudged(declaration.id(), line.lineNo())) {
            throw OverrideRule.RESULT_RECORDED.refusal("The lot was inspected: what was found decides");
        }
        if (verifications.any(declaration.id(), line.lineNo())) {
            throw OverrideRule.DOCUMENTS_VERIFIED.refusal("The documents were verified: what was found decides");
        }
        if (line.clearance().stateAt(now) == Clearance.State.EXPIRED) {
            throw OverrideRule.CLEARANCE_EXPIRED.refusal("The term of the clearance is over: the lot is declared anew");
        }
    }

    private static void requireNotBegun(Outcome from, Outcome outcome, InspectionDesk.Waiting waiting) {
        boolean begun = waiting != null && waiting.started();
        if (begun && outcome.compareTo(from) < 0) {
            throw OverrideRule.INSPECTION_STARTED.refusal(
                    "Somebody has taken the inspection: a laxer outcome is not recorded any more");
        }
    }

    private static void requireLawful(Outcome from, Outcome outcome, Decision byRules) {
        if (outcome == from) {
            throw OverrideRule.SAME_OUTCOME.refusal("The decision in force is " + from);
        }
        if (outcome == Outcome.EXEMPT) {
            throw OverrideRule.EXEMPTION_BY_CERTIFICATE.refusal(
                    "Exemption is granted by certificate or to a whole zone, not to a lot");
        }
        Set<String> holds = Earlier.liftedBy(byRules);
        if (outcome != Outcome.HOLD && !holds.isEmpty()) {
            throw OverrideRule.HELD
                    .refusal("What holds the line ends by its own procedure, not by override")
                    .with("liftedBy", holds);
        }
        boolean certificate = byRules.facts().line().certificateRequested();
        if (certificate && outcome.compareTo(Outcome.SAMPLE) < 0) {
            throw OverrideRule.CERTIFICATE_REQUESTED.refusal("A lot that needs a certificate is inspected");
        }
    }
}
