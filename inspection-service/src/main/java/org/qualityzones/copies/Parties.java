package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.contracts.LocalizedText;
import org.qualityzones.contracts.Topics;
import org.qualityzones.facts.PartyStatus;
import org.qualityzones.facts.Suspension;
import org.qualityzones.messaging.StateVersion;
import org.qualityzones.messaging.StateVersions;

/** Enterprises as this service last heard of them. */
@ApplicationScoped
public class Parties {

    private final StateVersions versions;

    Parties(StateVersions versions) {
        this.versions = versions;
    }

    /** Enterprises for one filing. */
    public KnownParties once() {
        return new KnownParties(this::find);
    }

    /** Enterprises for several filings that name these, which are looked up at once. */
    public KnownParties once(Set<String> named) {
        Map<String, StateVersion> copies = versions.latest(Topics.ENTERPRISE, named);
        KnownParties parties = once();
        named.forEach(
                uscc -> parties.know(uscc, Optional.ofNullable(copies.get(uscc)).map(Parties::party)));
        return parties;
    }

    /** Enterprises for one question about another moment. */
    public KnownParties once(Moment moment) {
        return moment.isNow() ? once() : new KnownParties(uscc -> find(uscc, moment));
    }

    /** The newest version of an enterprise; empty when it was never heard of. */
    Optional<Party> find(String uscc) {
        return versions.latest(Topics.ENTERPRISE, uscc).map(Parties::party);
    }

    /** What is known of an enterprise at a moment; empty when it was not heard of by then. */
    Optional<Party> find(String uscc, Moment moment) {
        return versions.at(Topics.ENTERPRISE, uscc, moment.asOf(), moment.knownAt())
                .map(Parties::party);
    }

    private static Party party(StateVersion copy) {
        return new Party(copy.version(), copy.state(EnterpriseState.class));
    }

    /** What an enterprise is called; empty when it was never heard of. */
    public Optional<LocalizedText> name(String uscc) {
        return find(uscc).map(party -> party.state().name());
    }

    /** One enterprise. @param version of its facts */
    public record Party(long version, EnterpriseState state) {

        public PartyStatus status() {
            return PartyStatus.valueOf(state.status());
        }

        /** The suspension in force on a day, both ends included. */
        public Suspension suspensionOn(LocalDate day) {
            EnterpriseState.Suspension suspension = state.suspension();
            boolean inForce = suspension != null && inForce(day, suspension.from(), suspension.until());
            return inForce ? Suspension.valueOf(suspension.scope()) : Suspension.NONE;
        }

        /** Whether this enterprise lists the agent on a day. */
        public boolean lists(String agent, LocalDate day) {
            return state.agents() != null
                    && state.agents().stream()
                            .anyMatch(entry ->
                                    entry.agentUscc().equals(agent) && inForce(day, entry.from(), entry.until()));
        }
    }

    static boolean inForce(LocalDate day, LocalDate from, LocalDate until) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
