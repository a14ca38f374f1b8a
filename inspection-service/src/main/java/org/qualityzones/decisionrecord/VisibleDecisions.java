package org.qualityzones.decisionrecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.qualityzones.scope.Visibility;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Decisions within the caller's rows. */
@ApplicationScoped
public class VisibleDecisions {

    private final Decisions decisions;
    private final Visibility visibility;

    VisibleDecisions(Decisions decisions, Visibility visibility) {
        this.decisions = decisions;
        this.visibility = visibility;
    }

    /** The line of a decision; 404 when there is none, or none that the caller sees. */
    @Transactional
    public DecidedLine line(UUID id, Caller caller) {
        DecisionRow row = row(id, caller);
        return new DecidedLine(row.id(), row.declarationId(), row.lineNo(), row.outcome(), DecisionView.decidedBy(row));
    }

    /** The decision; 404 when there is none, or none that the caller sees. */
    DecisionRow row(UUID id, Caller caller) {
        DecisionRow row = decisions.findByIdOptional(id).orElseThrow(() -> Problems.notFound("decision", id));
        require(id, row.declarationId(), row.lineNo(), caller);
        return row;
    }

    /** A producer that is neither consignor nor agent sees the decisions of its own lines only. */
    void require(UUID id, UUID declarationId, int lineNo, Caller caller) {
        boolean visible = visibility.sees(caller, declarationId)
                && (!caller.is(Roles.ENTERPRISE) || decisions.isOfLineOf(declarationId, lineNo, caller.usccs()));
        if (!visible) {
            throw Problems.notFound("decision", id);
        }
    }
}
