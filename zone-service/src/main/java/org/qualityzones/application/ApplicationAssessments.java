package org.qualityzones.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.qualityzones.assessment.AssessmentView;
import org.qualityzones.assessment.Assessments;
import org.qualityzones.assessment.ScoredSheet;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneAccess;
import org.qualityzones.zone.ZoneLevel;
import org.qualityzones.zone.Zones;

/** The scored sheet of an application; its ETag is the application's. */
@ApplicationScoped
class ApplicationAssessments {
    private final Zones zones;
    private final Applications applications;
    private final Assessments assessments;
    private final ZoneAccess access;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Audit audit;

    ApplicationAssessments(
            Zones zones,
            Applications applications,
            Assessments assessments,
            ZoneAccess access,
            Caller caller,
            IfMatch ifMatch,
            Audit audit) {
        this.zones = zones;
        this.applications = applications;
        this.assessments = assessments;
        this.access = access;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.audit = audit;
    }

    /**
     * The assessment as it is answered.
     *
     * @param scored null until somebody scored it
     */
    record Sheet(UUID application, AssessmentView scored) {}

    @Transactional
    Answer get(String code, UUID id) {
        Zone zone = zones.required(code);
        access.requireReadable(zone);
        return answer(applications.required(zone.id(), id));
    }

    @Transactional
    Answer score(String code, UUID id, ScoredSheet sheet) {
        Zone zone = zones.requiredLocked(code);
        access.requireMine(zone);
        Application application = applications.requiredLocked(zone.id(), id);
        requireAssessor(application);
        ifMatch.require(application.version());
        assessments.score(id, sheet, caller.subject());
        application.scored();
        audit.record("application.score", id.toString(), sheet.total().toPlainString());
        return answer(application);
    }

    private void requireAssessor(Application application) {
        String assessor = application.targetLevel() == ZoneLevel.NATIONAL ? Roles.AUTHORITY : Roles.BUREAU;
        if (!caller.is(assessor)) {
            throw Problem.of(CommonProblem.FORBIDDEN, "The " + assessor + " assesses this application");
        }
        if (application.state() != ApplicationState.ASSESSING) {
            Workflow workflow = ApplicationWorkflows.of(application.targetLevel());
            throw Problem.of(CommonProblem.ILLEGAL_TRANSITION, "Only an application in ASSESSING is scored")
                    .with("state", application.state().name())
                    .with("allowedActions", workflow.allowed(application.state().name(), caller));
        }
    }

    private Answer answer(Application application) {
        AssessmentView scored = assessments.of(application.id()).orElse(null);
        return Answer.ok(application.version(), new Sheet(application.id(), scored));
    }
}
