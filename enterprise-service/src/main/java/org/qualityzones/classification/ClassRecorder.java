package org.qualityzones.classification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.ValueChanged;
import org.qualityzones.enterprise.CivilDays;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.EnterpriseRecorder;
import org.qualityzones.enterprise.QualityClass;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Ids;

/** Records proposals and decisions about a class, with the event of each, in the surrounding transaction. */
@ApplicationScoped
public class ClassRecorder {
    private final ClassAssessments assessments;
    private final EnterpriseRecorder enterprises;
    private final ClassConfig config;
    private final CivilDays days;
    private final Audit audit;
    private final Ids ids;

    ClassRecorder(
            ClassAssessments assessments,
            EnterpriseRecorder enterprises,
            ClassConfig config,
            CivilDays days,
            Audit audit,
            Ids ids) {
        this.assessments = assessments;
        this.enterprises = enterprises;
        this.config = config;
        this.days = days;
        this.audit = audit;
        this.ids = ids;
    }

    LocalDate today() {
        return days.today();
    }

    ClassAssessment propose(Enterprise enterprise, ClassCommands.Propose command, String person) {
        return add(
                enterprise,
                ClassAssessment.byPerson(
                        ids.next(), enterprise.id(), enterprise.qualityClass(), command, person, days.now()));
    }

    /** Proposes what follows from a result; nothing where it was looked at before or the same waits already. */
    public void propose(Enterprise enterprise, RuledProposal proposal) {
        boolean told = assessments.isKnown(enterprise.id(), proposal.cause())
                || assessments.isProposed(enterprise.id(), proposal.proposedClass(), Origin.RULE);
        if (!told && !enterprise.isDeregistered()) {
            add(
                    enterprise,
                    ClassAssessment.byRule(
                            ids.next(), enterprise.id(), enterprise.qualityClass(), proposal, days.now()));
        }
    }

    void approve(Enterprise enterprise, ClassAssessment assessment, String reason, String person) {
        QualityClass from = enterprise.qualityClass();
        LocalDate today = days.today();
        assessment.decide(AssessmentState.APPROVED, person, reason, today, days.now());
        enterprise.classify(
                assessment.proposedClass(), today, today.plus(config.term()).minusDays(1));
        enterprises.record(
                enterprise,
                EventTypes.ENTERPRISE_CLASS_CHANGED,
                changed(from, assessment.proposedClass(), assessment.reason()));
        audit.record("class-assessment.approve", assessment.id().toString(), enterprise.uscc());
    }

    /** Refuses or withdraws: the class stays. */
    void drop(Enterprise enterprise, ClassAssessment assessment, AssessmentState to, String reason, String person) {
        assessment.decide(to, person, reason, days.today(), days.now());
        enterprises.record(
                enterprise,
                EventTypes.ENTERPRISE_CLASS_PROPOSAL_DROPPED,
                changed(enterprise.qualityClass(), assessment.proposedClass(), reason));
        String action = to == AssessmentState.REFUSED ? "refuse" : "withdraw";
        audit.record("class-assessment." + action, assessment.id().toString(), enterprise.uscc());
    }

    private ClassAssessment add(Enterprise enterprise, ClassAssessment assessment) {
        assessments.persist(assessment);
        enterprises.record(
                enterprise,
                EventTypes.ENTERPRISE_CLASS_PROPOSED,
                changed(enterprise.qualityClass(), assessment.proposedClass(), assessment.reason()));
        audit.record("class-assessment.propose", assessment.id().toString(), enterprise.uscc());
        return assessment;
    }

    private static ValueChanged changed(QualityClass from, QualityClass to, String reason) {
        return new ValueChanged(from.name(), to.name(), reason);
    }
}
