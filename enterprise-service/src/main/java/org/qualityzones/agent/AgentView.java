package org.qualityzones.agent;

import java.time.LocalDate;
import org.qualityzones.enterprise.AgentTerm;

/** A listed agent as it is answered. */
public record AgentView(String agentUscc, LocalDate from, LocalDate until, long version) {

    static AgentView of(String agent, AgentTerm term) {
        return new AgentView(agent, term.from(), term.until(), term.version());
    }
}
