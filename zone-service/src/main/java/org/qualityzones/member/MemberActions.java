package org.qualityzones.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.qualityzones.contracts.MembershipState;
import org.qualityzones.guard.Guard;
import org.qualityzones.web.Ids;
import org.qualityzones.zone.Days;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneLevel;

/** What the actions of a membership do, once they are allowed. */
@ApplicationScoped
public class MemberActions {
    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Memberships memberships;
    private final Titles titles;
    private final MemberJournal journal;
    private final Ids ids;
    private final Clock clock;

    MemberActions(Memberships memberships, Titles titles, MemberJournal journal, Ids ids, Clock clock) {
        this.memberships = memberships;
        this.titles = titles;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    MembershipState admit(Zone zone, Membership membership) {
        membership.admit();
        return journal.entered(zone.code(), membership, "admit");
    }

    MembershipState decline(Zone zone, Membership membership, String reason) {
        MemberStatus before = membership.status();
        membership.decline();
        return journal.left(zone.code(), membership, "decline", before, reason);
    }

    /** Privileges and titles end with the membership; what the enterprise holds itself goes on. */
    MembershipState exit(Zone zone, Membership membership, String reason) {
        MemberStatus before = membership.status();
        membership.exit(today());
        stripAll(membership, reason);
        return journal.left(zone.code(), membership, "exit", before, reason);
    }

    MembershipState grantTitle(Zone zone, Membership membership, MemberCommands.Transition command) {
        TitleKind kind = command.requiredKind();
        LocalDate from = command.requiredFrom();
        if (zone.level() == ZoneLevel.NONE) {
            throw Guard.TITLE_OF_ACTIVE_MEMBER.refuse("The zone holds no grade");
        }
        if (titles.held(membership.id(), kind).isPresent()) {
            throw Guard.TITLE_HELD_ONCE.refuse("The member holds " + kind + " already");
        }
        titles.persist(new MembershipTitle(ids.next(), membership.id(), kind, from, command.until()));
        return journal.titled(zone.code(), membership, "grant-title", command.reason());
    }

    MembershipState stripTitle(Zone zone, Membership membership, TitleKind kind, String reason) {
        MembershipTitle title = titles.held(membership.id(), kind)
                .orElseThrow(() -> Guard.TITLE_NOT_HELD.refuse("The member does not hold " + kind));
        title.strip(today(), reason);
        return journal.titled(zone.code(), membership, "strip-title", reason);
    }

    /** Takes the titles of all members away: the zone lost its grade. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void stripZone(Zone zone, String reason) {
        UUID after = FIRST;
        List<Membership> batch = memberships.titled(zone.id(), after, BATCH);
        while (!batch.isEmpty()) {
            for (Membership membership : batch) {
                stripAll(membership, reason);
                journal.titled(zone.code(), membership, "strip-title", reason);
            }
            after = batch.getLast().id();
            batch = memberships.titled(zone.id(), after, BATCH);
        }
    }

    private void stripAll(Membership membership, String reason) {
        titles.held(membership.id()).forEach(title -> title.strip(today(), reason));
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
