package org.qualityzones.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.zone.Callers;
import org.qualityzones.zone.TestClock;

/** The life-cycle cases Z1 to Z17 of the practice review. */
@QuarkusTest
@WithServers("zone")
class LifeCycleCasesTest {
    private static final String MEMBER = "91330226256029085J";
    private static final String STRANGER = "913302825839869825";

    private final Journey zone = new Journey("ninghai-stationery");

    @Inject
    GradeExpiry expiry;

    @BeforeEach
    void emptyDatabase() {
        Database.truncate();
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    @DisplayName("Z1 a local government opens a zone in its own area; an enterprise never; another area is not its row")
    void shouldOpenAZoneInOnesOwnAreaOnly() {
        zone.create().statusCode(201).body("level", equalTo("NONE")).body("status", equalTo("CULTIVATING"));
        Api.post(Callers.enterprise(), "/api/v1/zones", zone.body("other-zone", "330226"))
                .statusCode(403);
        Api.post(Callers.ninghai(), "/api/v1/zones", zone.body("other-zone", "330282"))
                .statusCode(403)
                .body("type", containsString("not-your-row"));
    }

    @Test
    @DisplayName("Z2 a national application of a zone without a provincial grade is refused, naming the rule")
    void shouldRefuseANationalApplicationWithoutAProvincialGrade() {
        zone.create();
        zone.draft("NATIONAL");
        zone.move(Callers.ninghai(), "submit")
                .statusCode(422)
                .body("rule", equalTo("provincial-first"))
                .body("citations[0].article", equalTo("七(二)"));
    }

    @Test
    @DisplayName("Z3 the bureau of the area accepts; for another bureau the application is not there")
    void shouldHideAnApplicationFromAnotherBureau() {
        zone.submitted("PROVINCIAL");
        zone.move(Callers.zhejiang(), "accept").statusCode(404);
        zone.move(Callers.ningbo(), "accept").statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    @Test
    @DisplayName("Z4 without evidence of organisation it is not accepted; it may be returned")
    void shouldNotAcceptWithoutEvidenceOfEveryCondition() {
        zone.create();
        zone.draft("PROVINCIAL", "CLUSTERING", "TRADE_SCALE", "QUALITY_LEVEL");
        zone.move(Callers.ninghai(), "submit").statusCode(200);
        zone.move(Callers.ningbo(), "accept")
                .statusCode(422)
                .body("rule", equalTo("conditions-not-shown"))
                .body("detail", containsString("ORGANISATION"))
                .body("allowedActions", hasItem("return"));
        zone.move(Callers.ningbo(), "return").statusCode(200).body("state", equalTo("RETURNED"));
    }

    @Test
    @DisplayName("Z5 recommending belongs to the national route")
    void shouldNotRecommendOnTheProvincialRoute() {
        zone.submitted("PROVINCIAL");
        zone.move(Callers.ningbo(), "accept").statusCode(200);
        zone.move(Callers.ningbo(), "recommend")
                .statusCode(409)
                .body("allowedActions", hasItem("start-assessment"))
                .body("allowedActions", not(hasItem("recommend")));
    }

    @Test
    @DisplayName("Z6 the authority does not assess before the bureau has recommended")
    void shouldNotAssessBeforeTheRecommendation() {
        zone.nationalAccepted();
        zone.move(Callers.authority(), "start-assessment").statusCode(409);
    }

    @Test
    @DisplayName("Z7 a bureau does not approve a national grade")
    void shouldNotLetABureauApproveANationalGrade() {
        zone.nationalAssessing(97);
        zone.move(Callers.ningbo(), "approve").statusCode(403);
    }

    @Test
    @DisplayName("Z8 97 points: a member of the team may not approve, a second person may")
    void shouldNeedASecondPersonToApprove() {
        zone.nationalAssessing(97);
        zone.move(Callers.authority("authority-a"), "approve").statusCode(422).body("rule", equalTo("second-person"));
        zone.move(Callers.authority("authority-b"), "approve").statusCode(200).body("state", equalTo("APPROVED"));
    }

    @Test
    @DisplayName("Z9 a veto item beats 92 points; 84.99 is not 85.00")
    void shouldRefuseAVetoAndAScoreBelowTheMark() {
        zone.nationalAssessing(92, "fraud-24m");
        zone.move(Callers.authority("authority-b"), "approve")
                .statusCode(422)
                .body("rule", equalTo("veto-item"))
                .body("allowedActions", hasItems("refuse", "return"));
        zone.score(Callers.authority("authority-a"), 84.99).statusCode(200);
        zone.move(Callers.authority("authority-b"), "approve").statusCode(422).body("rule", equalTo("pass-mark"));
        zone.score(Callers.authority("authority-a"), 85.00).statusCode(200);
        zone.move(Callers.authority("authority-b"), "approve").statusCode(200);
    }

    @Test
    @DisplayName(
            "Z10 nothing is announced while the notice runs or an objection is open; then the grade begins that day")
    void shouldAnnounceOnlyAfterTheNotice() {
        zone.nationalAssessing(97);
        zone.move(Callers.authority("authority-b"), "approve").statusCode(200);
        zone.move(Callers.authority("authority-b"), "start-publicity").statusCode(200);
        zone.move(Callers.authority("authority-b"), "publish").statusCode(409).body("rule", equalTo("notice-running"));
        zone.move(Callers.ningbo(), "object").statusCode(200);
        TestClock.advance(Duration.ofDays(15));
        zone.move(Callers.authority("authority-b"), "publish").statusCode(409);
        zone.move(Callers.authority("authority-b"), "answer-objection").statusCode(200);
        zone.move(Callers.authority("authority-b"), "publish").statusCode(200).body("state", equalTo("PUBLISHED"));
        zone.get()
                .body("level", equalTo("NATIONAL"))
                .body("status", equalTo("ACTIVE"))
                .body("gradedUntil", not(nullValue()));
    }

    @Test
    @DisplayName("Z11 an application is withdrawn while it is assessed, not once it is announced")
    void shouldWithdrawUntilTheAnnouncement() {
        zone.nationalAssessing(97);
        zone.move(Callers.ninghai(), "withdraw").statusCode(200).body("state", equalTo("WITHDRAWN"));
        zone.move(Callers.ninghai(), "withdraw").statusCode(409).body("allowedActions", empty());
    }

    @Test
    @DisplayName("Z12 a bureau does not suspend a national zone; the authority does, after a dry run; measures pause")
    void shouldLetOnlyTheAuthoritySuspendANationalZone() {
        zone.imported("NATIONAL", "");
        zone.member(MEMBER);
        zone.exempt(MEMBER);
        zone.act(Callers.ningbo(), "suspend").statusCode(403).body("rule", equalTo("national-by-authority"));
        Api.as(Callers.authority())
                .contentType("application/json")
                .body("{\"action\":\"suspend\",\"reason\":\"systemic faults\"}")
                .post("/api/v1/zones/ninghai-stationery/transitions?dryRun=true")
                .then()
                .statusCode(200)
                .body("hypothetical", equalTo(true))
                .body("members", equalTo(1))
                .body("measures[0].effect", equalTo("PAUSES"))
                .body("to.status", equalTo("SUSPENDED"));
        zone.get().body("status", equalTo("ACTIVE"));
        zone.act(Callers.authority(), "suspend")
                .statusCode(200)
                .body("status", equalTo("SUSPENDED"))
                .body("measures", hasSize(1));
        zone.act(Callers.authority(), "reinstate").statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    @DisplayName("Z12 a bureau suspends a provincial zone of its area, another bureau does not see it as its own")
    void shouldLetTheBureauSuspendAProvincialZone() {
        zone.imported("PROVINCIAL", "");
        zone.act(Callers.zhejiang(), "suspend").statusCode(404);
        zone.act(Callers.ningbo(), "suspend").statusCode(200).body("status", equalTo("SUSPENDED"));
        zone.act(Callers.ningbo(), "suspend").statusCode(409).body("allowedActions", hasItem("reinstate"));
    }

    @Test
    @DisplayName("Z13 a term that ends expires the grade and its measures, unless a review was opened in time")
    void shouldExpireOnlyWithoutAnOpenReview() {
        String ending = "2027-06-30";
        zone.imported("NATIONAL", ending);
        zone.exempt();
        Journey reviewed = new Journey("ninghai-moulds");
        reviewed.imported("NATIONAL", ending);
        reviewed.exempt();
        reviewed.act(Callers.authority(), "start-review").statusCode(200).body("status", equalTo("UNDER_REVIEW"));

        TestClock.advance(Duration.ofDays(400));
        expiry.sweep();

        zone.get().body("status", equalTo("EXPIRED")).body("measures", empty());
        reviewed.get().body("status", equalTo("UNDER_REVIEW")).body("measures", hasSize(1));
    }

    @Test
    @DisplayName(
            "Z14 a member's fault strips its title; the zone is revoked on a finding of its own, and loses everything")
    void shouldRevokeAZoneOnlyOnAFindingOfItsOwn() {
        zone.imported("NATIONAL", "");
        zone.member(MEMBER);
        zone.title(MEMBER).statusCode(200).body("titles", hasSize(1));
        zone.exempt(MEMBER);
        zone.memberAct(
                        Callers.authority(),
                        MEMBER,
                        "{\"action\":\"strip-title\",\"kind\":\"DEMONSTRATION\",\"reason\":\"malice\"}")
                .statusCode(200)
                .body("titles", empty());
        zone.title(MEMBER).statusCode(200);

        zone.act(Callers.authority(), "revoke")
                .statusCode(422)
                .body("rule", equalTo("zone-level-finding"))
                .body("citations[0].article", equalTo("六(六)"));
        zone.actWith(
                        Callers.authority(),
                        "{\"action\":\"revoke\",\"reason\":\"fraud\",\"finding\":\"the leading group forged reports\"}")
                .statusCode(200)
                .body("level", equalTo("NONE"))
                .body("status", equalTo("REVOKED"))
                .body("measures", empty());
        zone.getMember(MEMBER).body("titles", empty()).body("status", equalTo("ACTIVE"));
        zone.draft("PROVINCIAL");
        zone.move(Callers.ninghai(), "submit").statusCode(422).body("rule", equalTo("reapplication-bar"));
    }

    @Test
    @DisplayName("Z15 a review below the national mark does not renew; the right act is to downgrade")
    void shouldDowngradeWhereTheNationalMarkIsMissed() {
        zone.imported("NATIONAL", "2027-06-30");
        zone.exempt();
        zone.act(Callers.authority("authority-a"), "start-review").statusCode(200);
        zone.act(Callers.authority("authority-b"), "renew").statusCode(422).body("rule", equalTo("not-scored"));
        zone.scoreReview(Callers.authority("authority-a"), 80).statusCode(200);
        zone.act(Callers.authority("authority-b"), "renew")
                .statusCode(422)
                .body("rule", equalTo("pass-mark"))
                .body("allowedActions", hasItem("downgrade"));
        zone.act(Callers.authority("authority-b"), "downgrade")
                .statusCode(200)
                .body("level", equalTo("PROVINCIAL"))
                .body("status", equalTo("ACTIVE"))
                .body("measures", empty());
    }

    @Test
    @DisplayName("Z15 a passed review renews for a term, by a second person")
    void shouldRenewAPassedReviewByASecondPerson() {
        zone.imported("NATIONAL", "2027-06-30");
        zone.act(Callers.authority("authority-a"), "start-review").statusCode(200);
        zone.scoreReview(Callers.authority("authority-a"), 90).statusCode(200);
        zone.act(Callers.authority("authority-a"), "renew").statusCode(422).body("rule", equalTo("second-person"));
        zone.act(Callers.authority("authority-b"), "renew")
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("gradedUntil", equalTo("2030-06-30"));
    }

    @Test
    @DisplayName("Z16 an exit ends titles at once; a second one is illegal; the enterprise may enter again")
    void shouldEndTitlesWithTheMembership() {
        zone.imported("PROVINCIAL", "");
        zone.member(MEMBER);
        zone.title(MEMBER).statusCode(200);
        zone.memberAct(Callers.ningbo(), MEMBER, "{\"action\":\"exit\",\"reason\":\"moved away\"}")
                .statusCode(200)
                .body("status", equalTo("EXITED"))
                .body("until", not(nullValue()))
                .body("titles", empty());
        zone.memberAct(Callers.ningbo(), MEMBER, "{\"action\":\"exit\",\"reason\":\"moved away\"}")
                .statusCode(409);
        zone.member(MEMBER);
        zone.getMember(MEMBER).body("status", equalTo("ACTIVE")).body("version", equalTo(4));
        assertThat(Database.number("select count(*) from outbox where topic = 'qz.membership'"))
                .isEqualTo(4);
    }

    @Test
    @DisplayName("Z17 an enterprise whose site is outside the zone's area is not admitted")
    void shouldNotAdmitASiteOutsideTheZone() {
        zone.imported("PROVINCIAL", "");
        zone.enter(Callers.ningbo(), STRANGER).statusCode(422).body("rule", equalTo("site-in-zone"));
        zone.enter(Callers.ninghai(), STRANGER).statusCode(201).body("status", equalTo("NOMINATED"));
        zone.memberAct(Callers.ningbo(), STRANGER, "{\"action\":\"admit\"}").statusCode(422);
        zone.memberAct(Callers.ningbo(), STRANGER, "{\"action\":\"decline\",\"reason\":\"outside\"}")
                .statusCode(200)
                .body("status", equalTo("DECLINED"));
    }
}
