package org.qualityzones.shadow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.qualityzones.rulebook.RuleSetDesk;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Starts, stops and shows shadow runs. */
@ApplicationScoped
class ShadowService {

    private static final String PATH = "/api/v1/rule-sets/%s/shadow-runs/%s";

    private final ShadowRuns runs;
    private final ShadowConfig config;
    private final RuleSetDesk desk;
    private final Workflow workflow;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ShadowService(
            ShadowRuns runs,
            ShadowConfig config,
            RuleSetDesk desk,
            ShadowWorkflow workflow,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.runs = runs;
        this.config = config;
        this.desk = desk;
        this.workflow = workflow.definition();
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer start(String version, Caller caller) {
        String digest = desk.draft(version);
        if (runs.newest(version, null, 1).stream().anyMatch(run -> run.until() == null)) {
            throw Problems.duplicate("running shadow run of rule set", version);
        }
        if (runs.running() >= config.most()) {
            throw Problem.of(ShadowProblem.SHADOW_RUNS_FULL, "Stop one of the " + config.most() + " that run");
        }
        Instant now = clock.instant();
        ShadowRun run = new ShadowRun(ids.next(), version, digest, now, now.plus(config.lead()), null, null, true);
        runs.add(run, caller.key());
        audit.record("rule-set.shadow", version, run.id().toString());
        return Answer.created(PATH.formatted(version, run.id()), run.revision(), view(run));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transit(String version, UUID id, ShadowCommand command, IfMatch ifMatch, Caller caller) {
        ShadowRun run = run(version, id);
        ifMatch.require(run.revision());
        workflow.check(run.status(), command.action(), caller);
        runs.end(id, clock.instant().plus(config.lead()), caller.key());
        audit.record("rule-set.shadow-stop", version, id.toString());
        ShadowRun ended = run(version, id);
        return Answer.ok(ended.revision(), view(ended));
    }

    @Transactional
    Page<ShadowRunView> list(String version, PageRequest page) {
        return Page.of(runs.newest(version, page.after(), page.limit() + 1), page, ShadowRun::id)
                .map(this::view);
    }

    @Transactional
    Answer find(String version, UUID id) {
        ShadowRun run = run(version, id);
        return Answer.ok(run.revision(), view(run));
    }

    private ShadowRun run(String version, UUID id) {
        return runs.find(id)
                .filter(run -> run.ruleSet().equals(version))
                .orElseThrow(() -> Problems.notFound("shadow run", id));
    }

    private ShadowRunView view(ShadowRun run) {
        return ShadowRunView.of(run, runs.counts(run.id()));
    }
}
