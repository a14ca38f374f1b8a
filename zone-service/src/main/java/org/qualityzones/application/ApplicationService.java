package org.qualityzones.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.qualityzones.guard.Guard;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Workflow;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneAccess;
import org.qualityzones.zone.Zones;

/** Drafts, amends, moves and shows applications. */
@ApplicationScoped
class ApplicationService {
    private final Zones zones;
    private final Applications applications;
    private final Steps steps;
    private final ApplicationGuards guards;
    private final GradeAward award;
    private final ZoneAccess access;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Audit audit;
    private final Ids ids;
    private final ObjectMapper json;
    private final Clock clock;

    ApplicationService(
            Zones zones,
            Applications applications,
            Steps steps,
            ApplicationGuards guards,
            GradeAward award,
            ZoneAccess access,
            Caller caller,
            IfMatch ifMatch,
            Audit audit,
            Ids ids,
            ObjectMapper json,
            Clock clock) {
        this.zones = zones;
        this.applications = applications;
        this.steps = steps;
        this.guards = guards;
        this.award = award;
        this.access = access;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.audit = audit;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    void authorize(String code) {
        access.requireMine(zones.required(code));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer draft(String code, ApplicationCommands.Draft command) {
        command.requireGrade();
        Zone zone = zones.requiredLocked(code);
        applications.open(zone.id()).ifPresent(open -> {
            throw Guard.ONE_APPLICATION.refuse("Application " + open.id() + " is " + open.state());
        });
        Application application = new Application(
                ids.next(),
                zone.id(),
                command.targetLevel(),
                json.valueToTree(command.evidence()),
                caller.subject(),
                clock.instant());
        applications.persistAndFlush(application);
        ApplicationView view = done(code, application, "draft", null);
        return Answer.created("/api/v1/zones/" + code + "/applications/" + view.id(), view.version(), view);
    }

    @Transactional
    Answer amend(String code, UUID id, ApplicationCommands.Amend command) {
        Zone zone = zones.required(code);
        access.requireMine(zone);
        Application application = applications.requiredLocked(zone.id(), id);
        ifMatch.require(application.version());
        if (application.state() != ApplicationState.DRAFT && application.state() != ApplicationState.RETURNED) {
            throw Problem.of(CommonProblem.ILLEGAL_TRANSITION, "Evidence is amended in DRAFT and RETURNED")
                    .with("state", application.state().name())
                    .with(
                            "allowedActions",
                            workflow(application).allowed(application.state().name(), caller));
        }
        application.amend(json.valueToTree(command.evidence()));
        ApplicationView view = done(code, application, "amend", null);
        return Answer.ok(view.version(), view);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transition(String code, UUID id, ApplicationCommands.Transition command) {
        Zone zone = zones.requiredLocked(code);
        Application application = applications.requiredLocked(zone.id(), id);
        Workflow workflow = workflow(application);
        workflow.check(application.state(), command.action(), caller);
        ifMatch.require(application.version());
        guards.refusal(zone, application, command.action()).ifPresent(refusal -> {
            throw refusal.toProblem()
                    .with("state", application.state().name())
                    .with("allowedActions", allowedBut(command.action(), workflow, application));
        });
        String reason = reason(command);
        switch (command.action()) {
            case "start-publicity" -> award.startNotice(application);
            case "publish" -> award.publish(zone, application, command.announcement());
            default -> {}
        }
        application.move(ApplicationState.valueOf(
                workflow.targets(application.state().name(), command.action()).getFirst()));
        ApplicationView view = done(code, application, command.action(), reason);
        return Answer.ok(view.version(), view);
    }

    @Transactional
    Answer get(String code, UUID id) {
        Zone zone = zones.required(code);
        access.requireReadable(zone);
        Application application = applications.required(zone.id(), id);
        return Answer.ok(application.version(), ApplicationView.of(code, application, steps.of(application.id())));
    }

    @Transactional
    Page<ApplicationView> list(String code, PageRequest page) {
        Zone zone = zones.required(code);
        access.requireReadable(zone);
        return Page.of(applications.page(zone.id(), page), page, Application::id)
                .map(application -> ApplicationView.of(code, application, List.of()));
    }

    private ApplicationView done(String code, Application application, String action, String reason) {
        steps.persist(
                new ApplicationStep(ids.next(), application.id(), action, caller.subject(), reason, clock.instant()));
        audit.record("application." + action, application.id().toString(), reason);
        return ApplicationView.of(code, application, steps.of(application.id()));
    }

    private List<String> allowedBut(String refused, Workflow workflow, Application application) {
        return workflow.allowed(application.state().name(), caller).stream()
                .filter(action -> !action.equals(refused))
                .toList();
    }

    private static String reason(ApplicationCommands.Transition command) {
        return switch (command.action()) {
            case "return", "refuse", "object", "answer-objection" -> command.requiredReason();
            default -> command.reason();
        };
    }

    private static Workflow workflow(Application application) {
        return ApplicationWorkflows.of(application.targetLevel());
    }
}
