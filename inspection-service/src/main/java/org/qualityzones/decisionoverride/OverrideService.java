package org.qualityzones.decisionoverride;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.qualityzones.decisionrecord.DecidedLine;
import org.qualityzones.decisionrecord.DecisionOverridden;
import org.qualityzones.decisionrecord.VisibleDecisions;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** Takes overrides in, shows them and has a second person decide. */
@ApplicationScoped
class OverrideService {

    private final DecisionOverrides overrides;
    private final VisibleDecisions decisions;
    private final LineOverriding lines;
    private final Event<DecisionOverridden> overridden;
    private final Workflow workflow;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    OverrideService(
            DecisionOverrides overrides,
            VisibleDecisions decisions,
            LineOverriding lines,
            Event<DecisionOverridden> overridden,
            OverrideWorkflow workflow,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.overrides = overrides;
        this.decisions = decisions;
        this.lines = lines;
        this.overridden = overridden;
        this.workflow = workflow.definition();
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Offices act in the area of the place of production. */
    @Transactional
    void authorize(UUID decisionId, Caller caller) {
        if (!caller.covers(lines.areaOf(decisions.line(decisionId, caller)))) {
            throw Problems.notYourRow("/area", "The lot was produced outside of the caller's areas");
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer propose(UUID decisionId, OverrideCommands.Propose proposal, Caller caller) {
        DecidedLine line = decisions.line(decisionId, caller);
        Instant now = clock.instant();
        lines.check(line, proposal.outcome(), now);
        if (overrides.anyProposed(decisionId)) {
            throw OverrideRule.ALREADY_PROPOSED.refusal("An override of this decision waits for its second person");
        }
        DecisionOverride override = new DecisionOverride(ids.next(), line, proposal, person(caller), now);
        overrides.persist(override);
        audit.record("decision-override.propose", override.id().toString(), proposal.reason());
        return Answer.created(
                "/api/v1/decisions/" + decisionId + "/overrides/" + override.id(),
                override.version(),
                OverrideView.of(override));
    }

    /** One override; the parties see those that were approved. */
    @Transactional
    Answer show(UUID decisionId, UUID id, Caller caller) {
        decisions.line(decisionId, caller);
        return overrides
                .of(decisionId, id)
                .filter(override -> seen(caller).contains(override.status()))
                .map(OverrideService::answer)
                .orElseThrow(() -> Problems.notFound("override", id));
    }

    @Transactional
    Page<OverrideView> list(UUID decisionId, PageRequest page, Caller caller) {
        decisions.line(decisionId, caller);
        return Page.of(
                        overrides.newest(decisionId, seen(caller), page.after(), page.limit()),
                        page,
                        DecisionOverride::id)
                .map(OverrideView::of);
    }

    /** A second person's word. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer transit(UUID decisionId, UUID id, OverrideCommands.Transition transition, IfMatch ifMatch, Caller caller) {
        DecidedLine line = decisions.line(decisionId, caller);
        DecisionOverride override =
                overrides.forUpdate(decisionId, id).orElseThrow(() -> Problems.notFound("override", id));
        ifMatch.require(override.version());
        workflow.check(override.status(), transition.action(), caller);
        DecisionOverride.Person person = person(caller);
        if (override.isProposedBy(person)) {
            throw OverrideRule.SECOND_PERSON.refusal("Who proposed the override does not decide about it");
        }
        switch (transition.action()) {
            case OverrideWorkflow.APPROVE -> approve(line, override, person, transition.reason());
            case OverrideWorkflow.REFUSE -> override.refuse(person, required(transition.reason()), clock.instant());
            default -> throw new IllegalStateException("No one does " + transition.action());
        }
        audit.record("decision-override." + transition.action(), id.toString(), transition.reason());
        return answer(override);
    }

    private void approve(DecidedLine line, DecisionOverride override, DecisionOverride.Person person, String remark) {
        Instant now = clock.instant();
        UUID made = lines.override(line, override.overruling(person), now);
        override.approve(made, person, remark, now);
        overridden.fire(new DecisionOverridden(line.rule(), line.outcome(), override.outcome()));
    }

    private static String required(String reason) {
        if (reason == null) {
            throw Problems.invalid("/reason", "required", "refuse needs a reason");
        }
        return reason;
    }

    private static DecisionOverride.Person person(Caller caller) {
        return new DecisionOverride.Person(caller.subject(), caller.is(Roles.BUREAU) ? Roles.BUREAU : Roles.INSPECTOR);
    }

    private static Set<OverrideStatus> seen(Caller caller) {
        boolean office = caller.isAny(Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR);
        return office ? EnumSet.allOf(OverrideStatus.class) : EnumSet.of(OverrideStatus.APPROVED);
    }

    private static Answer answer(DecisionOverride override) {
        return Answer.ok(override.version(), OverrideView.of(override));
    }
}
