package org.qualityzones.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.qualityzones.contracts.MembershipState;
import org.qualityzones.guard.Refusal;
import org.qualityzones.messaging.StateVersion;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.web.Answer;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneAccess;
import org.qualityzones.zone.Zones;

/** Nominates, admits and shows members. */
@ApplicationScoped
class MemberService {
    private final Zones zones;
    private final Memberships memberships;
    private final MemberActions actions;
    private final EnterpriseFacts enterprises;
    private final MemberJournal journal;
    private final StateVersions versions;
    private final ZoneAccess access;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Ids ids;
    private final Clock clock;

    MemberService(
            Zones zones,
            Memberships memberships,
            MemberActions actions,
            EnterpriseFacts enterprises,
            MemberJournal journal,
            StateVersions versions,
            ZoneAccess access,
            Caller caller,
            IfMatch ifMatch,
            Ids ids,
            Clock clock) {
        this.zones = zones;
        this.memberships = memberships;
        this.actions = actions;
        this.enterprises = enterprises;
        this.journal = journal;
        this.versions = versions;
        this.access = access;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.ids = ids;
        this.clock = clock;
    }

    void authorize(String code) {
        access.requireMine(zones.required(code));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer enter(String code, MemberCommands.Enter command) {
        Zone zone = zones.requiredLocked(code);
        boolean admits = caller.is(Roles.BUREAU);
        if (admits) {
            requireAdmissible(zone, command.uscc());
        }
        Membership membership = memberships
                .locked(zone.id(), command.uscc())
                .orElseGet(() -> new Membership(ids.next(), zone.id(), command.uscc()));
        if (membership.version() > 0 && membership.isOpen()) {
            throw Problems.duplicate("member", MemberJournal.key(code, command.uscc()));
        }
        membership.begin(admits ? MemberStatus.ACTIVE : MemberStatus.NOMINATED, command.since());
        memberships.persist(membership);
        MembershipState state = journal.entered(code, membership, admits ? "admit" : "nominate");
        return Answer.created("/api/v1/zones/" + code + "/members/" + state.uscc(), state.version(), state);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transition(String code, String uscc, MemberCommands.Transition command) {
        Zone zone = zones.required(code);
        Membership membership =
                memberships.locked(zone.id(), uscc).orElseThrow(() -> Problems.notFound("member", uscc));
        MemberWorkflow.WORKFLOW.check(membership.status(), command.action(), caller);
        ifMatch.require(membership.version());
        return answer(
                switch (command.action()) {
                    case "admit" -> {
                        requireAdmissible(zone, uscc);
                        yield actions.admit(zone, membership);
                    }
                    case "decline" -> actions.decline(zone, membership, command.requiredReason());
                    case "exit" -> actions.exit(zone, membership, command.requiredReason());
                    case "grant-title" -> actions.grantTitle(zone, membership, command);
                    case "strip-title" ->
                        actions.stripTitle(zone, membership, command.requiredKind(), command.requiredReason());
                    default -> throw new IllegalStateException(command.action());
                });
    }

    @Transactional
    Answer get(String code, String uscc, AsOf point) {
        Zone zone = zones.required(code);
        if (point.isNow()) {
            return answer(journal.view(
                    code, memberships.of(zone.id(), uscc).orElseThrow(() -> Problems.notFound("member", uscc))));
        }
        Instant now = clock.instant();
        StateVersion past = versions.at(
                        MemberJournal.KIND,
                        MemberJournal.key(code, uscc),
                        point.asOf().orElse(now),
                        point.knownAt().orElse(now))
                .orElseThrow(() -> Problems.notFound("member", uscc));
        return Answer.ok(past.version(), past.state());
    }

    @Transactional
    Page<MembershipState> list(String code, MemberStatus status, PageRequest page) {
        Zone zone = zones.required(code);
        Page<Membership> found = Page.of(memberships.page(zone.id(), status, page), page, Membership::id);
        return new Page<>(journal.views(code, found.items()), found.nextCursor());
    }

    private void requireAdmissible(Zone zone, String uscc) {
        Admission.refusal(zone, uscc, enterprises.latest(uscc))
                .map(Refusal::toProblem)
                .ifPresent(problem -> {
                    throw problem;
                });
    }

    private static Answer answer(MembershipState state) {
        return Answer.ok(state.version(), state);
    }
}
