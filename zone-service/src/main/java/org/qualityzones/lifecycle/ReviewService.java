package org.qualityzones.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.qualityzones.assessment.AssessmentView;
import org.qualityzones.assessment.Assessments;
import org.qualityzones.assessment.ScoredSheet;
import org.qualityzones.guard.Guard;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Caller;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneAccess;
import org.qualityzones.zone.ZoneLevel;
import org.qualityzones.zone.Zones;

/** Scores and shows the open review of a zone. */
@ApplicationScoped
class ReviewService {
    private final Zones zones;
    private final Reviews reviews;
    private final Assessments assessments;
    private final ZoneAccess access;
    private final Caller caller;
    private final IfMatch ifMatch;

    ReviewService(
            Zones zones, Reviews reviews, Assessments assessments, ZoneAccess access, Caller caller, IfMatch ifMatch) {
        this.zones = zones;
        this.reviews = reviews;
        this.assessments = assessments;
        this.access = access;
        this.caller = caller;
        this.ifMatch = ifMatch;
    }

    /**
     * A review as it is answered; its ETag is the zone's.
     *
     * @param assessment null until it is scored
     */
    record ReviewView(String id, String zone, Instant openedAt, AssessmentView assessment) {}

    @Transactional
    Answer score(String code, ScoredSheet sheet) {
        Zone zone = zones.requiredLocked(code);
        access.requireMine(zone);
        if (zone.level() == ZoneLevel.NATIONAL && !caller.is(Roles.AUTHORITY)) {
            throw Guard.NATIONAL_BY_AUTHORITY.refuse("The authority reviews national grades");
        }
        Review review = open(zone);
        ifMatch.require(zone.version());
        assessments.score(review.id(), sheet, caller.subject());
        return answer(zone, review);
    }

    @Transactional
    Answer get(String code) {
        Zone zone = zones.required(code);
        access.requireReadable(zone);
        return answer(zone, open(zone));
    }

    private Answer answer(Zone zone, Review review) {
        AssessmentView assessment = assessments.of(review.id()).orElse(null);
        return Answer.ok(
                zone.version(), new ReviewView(review.id().toString(), zone.code(), review.openedAt(), assessment));
    }

    private Review open(Zone zone) {
        return reviews.open(zone.id()).orElseThrow(() -> Problems.notFound("open review of zone", zone.code()));
    }
}
