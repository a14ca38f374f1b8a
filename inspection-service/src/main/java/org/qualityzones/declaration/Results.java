package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.qualityzones.decisionrecord.DecisionRecorder;
import org.qualityzones.inspection.InspectionDesk;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Whether anything was found about a declaration's lines yet: then its party can change it no more. */
@ApplicationScoped
class Results {

    private final InspectionDesk inspections;
    private final DocumentVerifications verifications;
    private final Declarations declarations;
    private final DecisionRecorder decisions;

    Results(
            InspectionDesk inspections,
            DocumentVerifications verifications,
            Declarations declarations,
            DecisionRecorder decisions) {
        this.inspections = inspections;
        this.declarations = declarations;
        this.verifications = verifications;
        this.decisions = decisions;
    }

    /** Refuses with 409 when two persons decided a line: its party does not undo that. */
    void requireNoOverride(Declaration declaration) {
        if (decisions.anyOverridden(
                declaration.lines().stream().map(DeclarationLine::decisionId).toList())) {
            throw Problem.of(
                            CommonProblem.ILLEGAL_TRANSITION,
                            "A line of this declaration was decided by override: it can no longer be amended")
                    .with("state", declaration.status().name())
                    .with("allowedActions", List.of("withdraw"));
        }
    }

    /** Locks the declaration and cancels the inspections that wait; refuses with 409 when there is a result. */
    void requireNone(Declaration declaration, String action, Instant now) {
        inspections.cancelWaiting(declaration.id(), action, now);
        long seen = declaration.version();
        declarations.forUpdate(declaration.id());
        if (declaration.version() != seen) {
            throw Problem.of(CommonProblem.STALE_VERSION, "The declaration was changed in the meantime");
        }
        if (inspections.anyJudged(declaration.id()) || verifications.any(declaration.id())) {
            throw Problem.of(
                            CommonProblem.ILLEGAL_TRANSITION,
                            "A result exists for a line of this declaration: it can no longer be changed")
                    .with("state", declaration.status().name())
                    .with("allowedActions", List.of());
        }
    }
}
