package org.qualityzones.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.FieldsChanged;
import org.qualityzones.enterprise.AgentTerm;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.EnterpriseAccess;
import org.qualityzones.enterprise.EnterpriseConfig;
import org.qualityzones.enterprise.EnterpriseProblem;
import org.qualityzones.enterprise.EnterpriseRecorder;
import org.qualityzones.web.Audit;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.UsccRules;

/** Lists agents and strikes them off; each change is one of the enterprise's public state. */
@ApplicationScoped
class AgentService {
    private static final FieldsChanged AGENTS = new FieldsChanged(List.of("agents"));

    private final EnterpriseAccess access;
    private final EnterpriseRecorder recorder;
    private final EnterpriseConfig config;
    private final IfMatch ifMatch;
    private final Audit audit;

    AgentService(
            EnterpriseAccess access,
            EnterpriseRecorder recorder,
            EnterpriseConfig config,
            IfMatch ifMatch,
            Audit audit) {
        this.access = access;
        this.recorder = recorder;
        this.config = config;
        this.ifMatch = ifMatch;
        this.audit = audit;
    }

    /** An agent already listed gets the new term, for which its ETag is needed. */
    @Transactional
    Put put(String uscc, String agent, AgentCommand command) {
        Enterprise enterprise = acting(uscc);
        requireCode(agent);
        requireTerm(command);
        Optional<AgentTerm> before = Optional.ofNullable(enterprise.agents().get(agent));
        before.ifPresentOrElse(term -> ifMatch.require(term.version()), () -> requireRoom(enterprise));
        AgentTerm term = new AgentTerm(
                command.from(), command.until(), before.map(AgentTerm::version).orElse(0L) + 1);
        enterprise.list(agent, term);
        record(enterprise, "enterprise.list-agent", agent);
        return new Put(AgentView.of(agent, term), before.isEmpty());
    }

    @Transactional
    void delete(String uscc, String agent) {
        Enterprise enterprise = acting(uscc);
        ifMatch.require(term(enterprise, agent).version());
        enterprise.strike(agent);
        record(enterprise, "enterprise.strike-agent", agent);
    }

    @Transactional
    AgentView get(String uscc, String agent) {
        return AgentView.of(agent, term(access.visible(uscc), agent));
    }

    @Transactional
    List<AgentView> list(String uscc) {
        Map<String, AgentTerm> agents = access.visible(uscc).agents();
        return agents.entrySet().stream()
                .map(entry -> AgentView.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Enterprise acting(String uscc) {
        Enterprise enterprise = access.visibleForUpdate(uscc);
        access.requireOwnOrBureau(uscc, enterprise.areaCode());
        if (enterprise.isDeregistered()) {
            throw Problem.of(EnterpriseProblem.ENTERPRISE_DEREGISTERED, "A deregistered enterprise has no agents");
        }
        return enterprise;
    }

    private void record(Enterprise enterprise, String action, String agent) {
        recorder.record(enterprise, EventTypes.ENTERPRISE_AMENDED, AGENTS);
        audit.record(action, enterprise.uscc(), agent);
    }

    private void requireRoom(Enterprise enterprise) {
        if (enterprise.agents().size() >= config.maxAgents()) {
            throw Problem.of(
                    EnterpriseProblem.TOO_MANY_ENTRIES,
                    "An enterprise lists at most " + config.maxAgents() + " agents");
        }
    }

    private static AgentTerm term(Enterprise enterprise, String agent) {
        return Optional.ofNullable(enterprise.agents().get(agent)).orElseThrow(() -> Problems.notFound("agent", agent));
    }

    private static void requireCode(String agent) {
        UsccRules.violation(agent).ifPresent(code -> {
            throw Problems.invalidParameter("agentUscc", code, "agentUscc is no valid unified social credit code");
        });
    }

    private static void requireTerm(AgentCommand command) {
        if (command.until() != null && command.until().isBefore(command.from())) {
            throw Problems.invalid("/until", "until-before-from", "until is a day before from");
        }
    }

    /** A listing as it now is, and whether it is new. */
    record Put(AgentView view, boolean created) {}
}
