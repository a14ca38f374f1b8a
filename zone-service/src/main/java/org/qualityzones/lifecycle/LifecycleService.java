package org.qualityzones.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.qualityzones.assessment.Assessments;
import org.qualityzones.contracts.ZoneState;
import org.qualityzones.guard.Guard;
import org.qualityzones.guard.Refusal;
import org.qualityzones.member.MemberActions;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.zone.Days;
import org.qualityzones.zone.GradeFacts;
import org.qualityzones.zone.Grades;
import org.qualityzones.zone.Measure;
import org.qualityzones.zone.Measures;
import org.qualityzones.zone.Provenance;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneAccess;
import org.qualityzones.zone.ZoneEntry;
import org.qualityzones.zone.ZoneGrade;
import org.qualityzones.zone.ZoneJournal;
import org.qualityzones.zone.ZoneLevel;
import org.qualityzones.zone.ZoneStatus;
import org.qualityzones.zone.Zones;

/** Does acts on grades, each with what follows from it. */
@ApplicationScoped
class LifecycleService {
    private final Zones zones;
    private final Grades grades;
    private final Measures measures;
    private final Reviews reviews;
    private final Assessments assessments;
    private final MemberActions members;
    private final ZoneJournal journal;
    private final ZoneAccess access;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final LifecycleConfig config;
    private final Ids ids;
    private final Clock clock;

    LifecycleService(
            Zones zones,
            Grades grades,
            Measures measures,
            Reviews reviews,
            Assessments assessments,
            MemberActions members,
            ZoneJournal journal,
            ZoneAccess access,
            Caller caller,
            IfMatch ifMatch,
            LifecycleConfig config,
            Ids ids,
            Clock clock) {
        this.zones = zones;
        this.grades = grades;
        this.measures = measures;
        this.reviews = reviews;
        this.assessments = assessments;
        this.members = members;
        this.journal = journal;
        this.access = access;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    void authorize(String code) {
        access.requireMine(zones.required(code));
    }

    /** Checks everything that may refuse the action; the zone is locked afterwards. */
    @Transactional(Transactional.TxType.MANDATORY)
    Zone checked(String code, TransitionCommand command) {
        Zone zone = zones.requiredLocked(code);
        ZoneWorkflow.check(zone.level(), zone.status(), command.action(), caller);
        ifMatch.require(zone.version());
        ZoneAction action = action(command);
        command.requireReason(action);
        switch (action) {
            case REVOKE -> requireFinding(zone, command);
            case RENEW -> requireRenewable(zone);
            default -> {}
        }
        return zone;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transition(String code, TransitionCommand command) {
        Zone zone = checked(code, command);
        ZoneAction action = action(command);
        ZoneState state =
                switch (action) {
                    case ORDER_RECTIFICATION, SUSPEND, REINSTATE -> move(zone, action, command.reason());
                    case START_REVIEW -> startReview(zone, command.reason());
                    case RENEW -> renew(zone, command.reason());
                    case DOWNGRADE, REVOKE -> lower(zone, action, command.reason());
                };
        return Answer.ok(state.version(), state);
    }

    static ZoneAction action(TransitionCommand command) {
        return ZoneAction.of(command.action()).orElseThrow();
    }

    private void requireFinding(Zone zone, TransitionCommand command) {
        if (zone.status() == ZoneStatus.ACTIVE && command.finding() == null) {
            throw Guard.ZONE_FINDING
                    .refuse(
                            "A member's fault strips that member's title; an active zone is revoked on a finding of its own")
                    .at("/finding", "required", "what was found about the zone");
        }
    }

    private void requireRenewable(Zone zone) {
        Review review = openReview(zone);
        assessments
                .refusal(review.id(), zone.level().name())
                .map(Refusal::toProblem)
                .ifPresent(problem -> {
                    throw problem.with("allowedActions", ZoneWorkflow.WORKFLOW.allowed("UNDER_REVIEW", caller));
                });
        if (review.openedBy().equals(caller.subject())
                || assessments.people(review.id()).contains(caller.subject())) {
            throw Guard.SECOND_PERSON.refuse("You opened or scored this review");
        }
    }

    private ZoneState move(Zone zone, ZoneAction action, String reason) {
        ZoneStatus before = zone.status();
        if (before == ZoneStatus.UNDER_REVIEW) {
            openReview(zone).close(clock.instant());
        }
        zone.move(action.to(zone.level()));
        return journal.record(zone, ZoneEntry.status(action.wire(), before, zone.status(), reason));
    }

    private ZoneState startReview(Zone zone, String reason) {
        reviews.persist(new Review(ids.next(), zone.id(), caller.subject(), clock.instant()));
        ZoneStatus before = zone.status();
        zone.move(ZoneStatus.UNDER_REVIEW);
        return journal.record(zone, ZoneEntry.status(ZoneAction.START_REVIEW.wire(), before, zone.status(), reason));
    }

    private ZoneState renew(Zone zone, String reason) {
        openReview(zone).close(clock.instant());
        LocalDate today = Days.today(clock);
        LocalDate base =
                zone.gradedUntil().filter(until -> until.isAfter(today)).orElse(today);
        zone.prolong(base.plus(config.term()));
        return journal.record(
                zone, ZoneEntry.status(ZoneAction.RENEW.wire(), ZoneStatus.UNDER_REVIEW, zone.status(), reason));
    }

    private ZoneState lower(Zone zone, ZoneAction action, String reason) {
        ZoneLevel before = zone.level();
        reviews.open(zone.id()).ifPresent(review -> review.close(clock.instant()));
        ZoneLevel after = action.level(before);
        if (after == ZoneLevel.NONE) {
            zone.ungrade(action.to(before));
            members.stripZone(zone, reason);
        } else {
            award(zone, lowered(zone, after));
        }
        if (action == ZoneAction.REVOKE) {
            zone.bar(Days.today(clock).plus(config.reapplicationBar()));
        }
        for (Measure measure : measures.open(zone.id())) {
            if (measure.grantedLevel().compareTo(after) > 0) {
                measure.end(clock.instant(), action.wire());
            }
        }
        measures.flush();
        return journal.record(zone, ZoneEntry.level(action.wire(), before, after, reason));
    }

    private GradeFacts lowered(Zone zone, ZoneLevel to) {
        String source = "lowered from " + zone.level() + " by act of the authority";
        return new GradeFacts(to, Days.today(clock), zone.gradedUntil().orElse(null), source, Provenance.CONFIGURED);
    }

    private void award(Zone zone, GradeFacts facts) {
        zone.grade(facts);
        grades.persist(new ZoneGrade(ids.next(), zone.id(), facts, clock.instant()));
    }

    private Review openReview(Zone zone) {
        return reviews.open(zone.id()).orElseThrow();
    }
}
