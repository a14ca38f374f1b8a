package org.qualityzones.samplingstate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.sampling.Switching;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** Shows switching states, offices all, an enterprise its own, and records what offices say of reduced inspection. */
@ApplicationScoped
class SamplingStateService {

    private final SamplingStates states;
    private final StateVersions enterprises;
    private final Workflow workflow;
    private final Audit audit;
    private final Clock clock;

    SamplingStateService(
            SamplingStates states,
            StateVersions enterprises,
            SamplingStateWorkflow workflow,
            Audit audit,
            Clock clock) {
        this.states = states;
        this.enterprises = enterprises;
        this.workflow = workflow.definition();
        this.audit = audit;
        this.clock = clock;
    }

    /** All states on record of a producer under a heading; a heading that is not listed is in normal inspection. */
    @Transactional
    Page<SamplingStateView> list(String uscc, String hsPrefix, Caller caller) {
        requireSeen(uscc, caller);
        return new Page<>(
                states.list(uscc, hsPrefix == null ? "" : hsPrefix).stream()
                        .map(row -> SamplingStateView.of(uscc, row))
                        .toList(),
                null);
    }

    /** The state of a heading, on record or not. */
    @Transactional
    Answer show(String uscc, String heading, Caller caller) {
        requireSeen(uscc, caller);
        return answer(uscc, states.find(uscc, heading).orElse(SamplingStates.Row.unrecorded(heading)));
    }

    /** An office acts for producers of its area. */
    void authorize(String uscc, Caller caller) {
        String area = enterprises
                .latest(Topics.ENTERPRISE, uscc)
                .map(copy -> copy.state(EnterpriseState.class).areaCode())
                .orElse(uscc.substring(2, 8));
        if (!caller.covers(area)) {
            throw Problems.notYourRow("/uscc", "The producer is outside of the caller's areas");
        }
    }

    /** Records what reduced inspection asks for; the state follows at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer transit(
            String uscc, String heading, SamplingStateCommands.Transition transition, IfMatch ifMatch, Caller caller) {
        SamplingStates.Row before = states.forUpdate(uscc, heading).orElse(SamplingStates.Row.unrecorded(heading));
        ifMatch.require(before.version());
        workflow.check(before.switching().state(), transition.action(), caller);
        SamplingStates.Row after = states.record(uscc, heading, recorded(transition.action()), clock.instant());
        audit.record("sampling-state." + transition.action(), uscc + "/" + heading, transition.reason());
        return answer(uscc, after);
    }

    private static UnaryOperator<Switching.Conditions> recorded(String action) {
        return switch (action) {
            case SamplingStateWorkflow.APPROVE -> before -> new Switching.Conditions(before.steady(), true);
            case SamplingStateWorkflow.WITHDRAW -> before -> new Switching.Conditions(before.steady(), false);
            case SamplingStateWorkflow.IRREGULAR -> before -> new Switching.Conditions(false, before.approved());
            case SamplingStateWorkflow.STEADY -> before -> new Switching.Conditions(true, before.approved());
            default -> throw new IllegalStateException("No one does " + action);
        };
    }

    private static Answer answer(String uscc, SamplingStates.Row row) {
        return Answer.ok(row.version(), SamplingStateView.of(uscc, row));
    }

    private static void requireSeen(String uscc, Caller caller) {
        boolean office = caller.isAny(Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR);
        if (!office && !caller.owns(uscc)) {
            throw Problems.notYourRow("/uscc", "An enterprise sees its own sampling states only");
        }
    }
}
