package org.qualityzones.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qualityzones.copies.Parties;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.scope.Scopes;
import org.qualityzones.scope.WorkScopes;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Takes applications in, shows them and moves them on. */
@ApplicationScoped
class ExemptionService {

    private static final Set<String> WITH_REASON = Set.of("return", "decline", "propose", "refuse");

    private final ExemptionApplications applications;
    private final ApplicationRules rules;
    private final ApplicationSteps steps;
    private final ExemptionEvents events;
    private final Parties parties;
    private final WorkScopes scopes;
    private final Workflow workflow;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ExemptionService(
            ExemptionApplications applications,
            ApplicationRules rules,
            ApplicationSteps steps,
            ExemptionEvents events,
            Parties parties,
            WorkScopes scopes,
            ExemptionWorkflow workflow,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.applications = applications;
        this.rules = rules;
        this.steps = steps;
        this.events = events;
        this.parties = parties;
        this.scopes = scopes;
        this.workflow = workflow.definition();
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** An enterprise applies for itself. */
    void authorize(ExemptionCommands.Apply command, Caller caller) {
        if (!caller.owns(command.uscc())) {
            throw Problems.notYourRow("/uscc", "An enterprise applies for itself only");
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer apply(ExemptionCommands.Apply command) {
        Instant now = clock.instant();
        UUID id = ids.next();
        Optional<Parties.Party> applicant = parties.once().find(command.uscc());
        applications.takeTurns(command.uscc());
        rules.check(id, command, applicant, ShanghaiDays.of(now));
        String area = applicant.map(party -> party.state().areaCode()).orElseGet(() -> command.uscc()
                .substring(2, 8));
        ExemptionApplication application = new ExemptionApplication(id, command, area, now);
        applications.persist(application);
        applications.flush();
        scopes.keep(ExemptionApplications.KIND, id, keys(application));
        events.filed(application, now);
        audit.record("exemption-application.apply", id.toString(), null);
        return Answer.created(
                "/api/v1/exemption-applications/" + id,
                application.version(),
                ExemptionApplicationView.of(application));
    }

    @Transactional
    Answer show(UUID id, Caller caller) {
        return answer(seen(applications.findByIdOptional(id), id, caller));
    }

    @Transactional
    Page<ExemptionApplicationView> list(String uscc, ApplicationStatus status, PageRequest page, Caller caller) {
        return Page.of(
                        applications.newest(Scopes.of(caller), uscc, status, page.after(), page.limit()),
                        page,
                        ExemptionApplication::id)
                .map(ExemptionApplicationView::of);
    }

    /** Whoever sees an application may try; the workflow says who may do what. */
    void authorize(UUID id, Caller caller) {
        seen(applications.findByIdOptional(id), id, caller);
    }

    /** One step of the life cycle. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer transit(UUID id, ExemptionCommands.Transition transition, IfMatch ifMatch, Caller caller) {
        ExemptionApplication application = seen(applications.forUpdate(id), id, caller);
        ifMatch.require(application.version());
        ApplicationStatus from = application.status();
        workflow.check(from, transition.action(), caller);
        checkBody(transition);
        Instant now = clock.instant();
        if (transition.action().equals("submit")) {
            submit(application, transition.application(), ShanghaiDays.of(now));
        }
        ApplicationStatus to = ApplicationStatus.valueOf(
                workflow.targets(from.name(), transition.action()).getFirst());
        steps.take(application, to, transition.reason(), caller.subject(), now);
        events.changed(application, transition.action(), from, now);
        audit.record("exemption-application." + transition.action(), id.toString(), transition.reason());
        return answer(application);
    }

    private void submit(ExemptionApplication application, ExemptionCommands.Apply anew, LocalDate today) {
        ExemptionCommands.Apply command = anew == null ? application.asApplied() : anew;
        if (!command.uscc().equals(application.uscc()) || !Objects.equals(command.renews(), application.renews())) {
            throw Problems.invalid(
                    "/application", "another-application", "The enterprise and what is renewed stay as applied for");
        }
        applications.takeTurns(application.uscc());
        rules.check(application.id(), command, parties.once().find(application.uscc()), today);
        application.describe(command);
    }

    private static void checkBody(ExemptionCommands.Transition transition) {
        boolean reasonGiven =
                transition.reason() != null && !transition.reason().isBlank();
        if (WITH_REASON.contains(transition.action()) && !reasonGiven) {
            throw Problems.invalid("/reason", "required", transition.action() + " needs a reason");
        }
        if (transition.application() != null && !transition.action().equals("submit")) {
            throw Problems.invalid("/application", "only-with-submit", "application goes with submit only");
        }
    }

    private static Answer answer(ExemptionApplication application) {
        return Answer.ok(application.version(), ExemptionApplicationView.of(application));
    }

    private ExemptionApplication seen(Optional<ExemptionApplication> found, UUID id, Caller caller) {
        return found.filter(_ -> scopes.sees(caller, ExemptionApplications.KIND, id))
                .orElseThrow(() -> Problems.notFound("exemption application", id));
    }

    private static Set<String> keys(ExemptionApplication application) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(Scopes.producer(application.uscc()));
        Scopes.area(application.area()).forEach(keys::add);
        return keys;
    }
}
