package org.qualityzones.correctiveaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qualityzones.inspection.InspectedLine;
import org.qualityzones.inspection.Inspection;
import org.qualityzones.inspection.InspectionDesk;
import org.qualityzones.inspection.InspectionStatus;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.samplingstate.SamplingStates;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** The one inspection after rework (重新检验) of a corrective action. */
@ApplicationScoped
class Rework {

    private final InspectionDesk desk;
    private final SamplingStates sampling;
    private final RuleBook rules;

    Rework(InspectionDesk desk, SamplingStates sampling, RuleBook rules) {
        this.desk = desk;
        this.sampling = sampling;
        this.rules = rules;
    }

    /**
     * Opens it: by the plans of the inspection that was not accepted; after documents, by plans made when the result brings
     * the lot size.
     */
    UUID open(CorrectiveAction action, Instant now) {
        InspectedLine line = action.line();
        InspectionDesk.Order order = action.inspectionId() == null
                ? new InspectionDesk.Order(
                        Outcome.VERIFY.name(),
                        List.of(),
                        sampling.of(line.producer(), line.hsCode()).severity(),
                        rules.inForce(now).version(),
                        action.id())
                : desk.find(action.inspectionId()).orElseThrow().again(action.id());
        return desk.open(line, order, now);
    }

    /** Refuses with 409 unless the lot was accepted after rework. */
    void requireAccepted(CorrectiveAction action) {
        if (status(action) != InspectionStatus.ACCEPTED) {
            throw refusal("The inspection after rework has not been accepted", action);
        }
    }

    /** Refuses with 409 while the inspection after rework waits, and when it was accepted. */
    void requireNotAccepted(CorrectiveAction action) {
        InspectionStatus status = status(action);
        if (status != null && status != InspectionStatus.REJECTED) {
            throw refusal("The inspection after rework is accepted, or has no result yet", action);
        }
    }

    private InspectionStatus status(CorrectiveAction action) {
        return action.reworkInspectionId() == null
                ? null
                : desk.find(action.reworkInspectionId()).map(Inspection::status).orElseThrow();
    }

    private Problem refusal(String detail, CorrectiveAction action) {
        return Problem.of(CommonProblem.ILLEGAL_TRANSITION, detail)
                .with("state", action.status().name())
                .with("reworkInspection", String.valueOf(status(action)));
    }
}
