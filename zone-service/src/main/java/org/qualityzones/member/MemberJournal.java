package org.qualityzones.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.FieldsChanged;
import org.qualityzones.contracts.MembershipAdmitted;
import org.qualityzones.contracts.MembershipState;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.web.Audit;
import org.qualityzones.zone.Days;

/** Writes what every change of a membership leaves behind: a version in its history, an event and an audit row. */
@ApplicationScoped
class MemberJournal {
    static final String KIND = "membership";

    private final Titles titles;
    private final StateVersions versions;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    MemberJournal(Titles titles, StateVersions versions, Outbox outbox, Audit audit, Clock clock) {
        this.titles = titles;
        this.versions = versions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    static String key(String zone, String uscc) {
        return zone + "/" + uscc;
    }

    /** A nomination, or an admission: it holds from the first day of the membership, at the latest from now. */
    @Transactional(Transactional.TxType.MANDATORY)
    MembershipState entered(String zone, Membership membership, String action) {
        Instant first = Days.start(membership.since());
        Instant now = clock.instant();
        boolean nominated = membership.status() == MemberStatus.NOMINATED;
        return write(
                zone,
                membership,
                nominated ? EventTypes.MEMBERSHIP_NOMINATED : EventTypes.MEMBERSHIP_ADMITTED,
                new MembershipAdmitted(membership.since()),
                action,
                "",
                first.isBefore(now) ? first : now);
    }

    /** A nomination declined or a membership ended. */
    @Transactional(Transactional.TxType.MANDATORY)
    MembershipState left(String zone, Membership membership, String action, MemberStatus before, String reason) {
        StatusChanged change =
                new StatusChanged(action, before.name(), membership.status().name(), reason);
        String type = membership.status() == MemberStatus.EXITED
                ? EventTypes.MEMBERSHIP_EXITED
                : EventTypes.MEMBERSHIP_DECLINED;
        return write(zone, membership, type, change, action, reason, clock.instant());
    }

    /** A title granted or stripped. */
    @Transactional(Transactional.TxType.MANDATORY)
    MembershipState titled(String zone, Membership membership, String action, String reason) {
        FieldsChanged change = new FieldsChanged(List.of("titles"));
        return write(zone, membership, EventTypes.MEMBERSHIP_TITLES_CHANGED, change, action, reason, clock.instant());
    }

    /** The membership as others may see it now. */
    MembershipState view(String zone, Membership membership) {
        return view(zone, membership, titles.held(membership.id()));
    }

    /** Several memberships as others may see them now, in the same order. */
    List<MembershipState> views(String zone, List<Membership> memberships) {
        Map<UUID, List<MembershipTitle>> held =
                titles.held(memberships.stream().map(Membership::id).toList());
        return memberships.stream()
                .map(membership -> view(zone, membership, held.getOrDefault(membership.id(), List.of())))
                .toList();
    }

    private static MembershipState view(String zone, Membership membership, List<MembershipTitle> held) {
        return new MembershipState(
                membership.id().toString(),
                zone,
                membership.uscc(),
                membership.status().name(),
                membership.since(),
                membership.until(),
                held.stream()
                        .map(title -> new MembershipState.Title(title.kind().name(), title.from(), title.until()))
                        .toList(),
                membership.version());
    }

    private MembershipState write(
            String zone,
            Membership membership,
            String type,
            Record change,
            String action,
            String reason,
            Instant validFrom) {
        String key = key(zone, membership.uscc());
        long version = membership.raise();
        MembershipState state = view(zone, membership);
        versions.append(KIND, key, version, validFrom, clock.instant(), state);
        outbox.append(new EventDraft(Topics.MEMBERSHIP, key, type, version, validFrom, change, state));
        audit.record("membership." + action, key, reason);
        return state;
    }
}
