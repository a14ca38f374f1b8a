package org.qualityzones.decisionoverride;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Neighbour;
import org.qualityzones.trial.Overrides;
import org.qualityzones.trial.TestClock;
import org.qualityzones.trial.Work;

/** What stands against an override, before and at its approval, and what later facts do to it. */
@QuarkusTest
@WithServers("inspection")
class OverrideRulesTest {

    private static int next = 700;

    @Inject
    TestClock clock;

    private String uscc;
    private Map<String, Object> warning;

    @BeforeEach
    void forgetEverything() {
        Database.truncate("daily_seed");
        uscc = Codes.of("330226", next++);
        warning = Neighbour.warning(UUID.randomUUID().toString(), "BAN", Map.of("hsPrefix", "9608"), null);
        Known.allIsCurrent();
        Known.enterprise(Codes.NINGHAI).inVersion(1);
    }

    @AfterEach
    void resetClock() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldRefuseWhatIsNotAnOverride() {
        String decision = Overrides.decision(file());

        refused(Overrides.propose(decision, "RELEASE"), 422, "same-outcome");
        refused(Overrides.propose(decision, "EXEMPT"), 422, "exemption-by-certificate");
    }

    @Test
    void shouldInspectWhatNeedsACertificate() {
        String decision = Overrides.decision(Work.file(Work.sampled("L-1")));

        refused(Overrides.propose(decision, "RELEASE"), 422, "certificate-requested");
        refused(Overrides.propose(decision, "VERIFY"), 422, "certificate-requested");
        Overrides.propose(decision, "FULL_INSPECTION").statusCode(201);
    }

    @Test
    void shouldNotLiftWhatABanHolds() {
        ban();
        String decision = Overrides.decision(file());

        for (String outcome : new String[] {"RELEASE", "VERIFY", "SAMPLE", "FULL_INSPECTION"}) {
            refused(Overrides.propose(decision, outcome), 422, "held").body("liftedBy", contains("warning-lifted"));
        }
        refused(Overrides.propose(decision, "HOLD"), 422, "same-outcome");
    }

    @Test
    void shouldNotOverrideWhatAResultDecides() {
        String inspected = Work.file(Work.sampled("L-1"));
        String sampled = Overrides.decision(inspected);
        String proposed = Overrides.proposed(sampled, "FULL_INSPECTION");
        Work.record(Work.inspectionOf(inspected), Work.result(0)).statusCode(201);
        Work.watch();
        String verified = file();
        Api.post(
                        Callers.inspector(),
                        "/api/v1/declarations/" + verified + "/lines/1/document-verifications",
                        Map.of("conforming", true))
                .statusCode(201);

        refused(Overrides.propose(sampled, "HOLD"), 409, "result-recorded");
        refused(Overrides.approve(proposed), 409, "result-recorded");
        refused(Overrides.propose(Overrides.decision(verified), "SAMPLE"), 409, "documents-verified");
        Api.get(Overrides.inspector(), proposed).body("status", is("PROPOSED"));
    }

    @Test
    void shouldNotRelaxWhatSomebodyHasBegunToInspect() {
        Overrides.direct();
        String id = file();
        String inspection = "/api/v1/inspections/" + Work.inspectionOf(id);
        Api.transition(Callers.inspector(), inspection, 1, Map.of("action", "take"))
                .statusCode(200);

        refused(Overrides.propose(Overrides.decision(id), "RELEASE"), 409, "inspection-started");
        Overrides.override(id, "FULL_INSPECTION");

        Api.get(Callers.bureau(), inspection).body("status", is("CANCELLED"));
    }

    @Test
    void shouldOverrideTheDecisionInForceOnly() {
        String id = file();
        String first = Overrides.decision(id);
        String second = Overrides.override(id, "SAMPLE");

        refused(Overrides.propose(first, "HOLD"), 409, "superseded").body("decisionInForce", is(second));
    }

    @Test
    void shouldNotOverrideWhatIsWithdrawnOrRemovedOrOver() {
        String withdrawn = file();
        String proposed = Overrides.proposed(Overrides.decision(withdrawn), "HOLD");
        step(withdrawn, Map.of("action", "withdraw", "reason", "sold elsewhere"))
                .statusCode(200);
        ObjectNode two = Filing.by(Codes.NINGHAI);
        two.withArray("lines").add(Filing.line(2));
        String amended = Work.file(two);
        String removed = Work.declaration(amended).extract().path("lines[1].decision.id");
        step(amended, Map.of("action", "amend", "declaration", Filing.by(Codes.NINGHAI)))
                .statusCode(200);
        String over = file();

        refused(Overrides.approve(proposed), 409, "declaration-withdrawn");
        refused(Overrides.propose(removed, "HOLD"), 409, "line-removed");
        clock.moveTo(Duration.ofDays(61));
        Known.allIsCurrent();
        refused(Overrides.propose(Overrides.decision(over), "HOLD"), 409, "clearance-expired");
    }

    @Test
    void shouldTakeTwoPersonsAndOneOverrideAtATime() {
        String id = file();
        String decision = Overrides.decision(id);
        String override = Overrides.proposed(decision, "SAMPLE");

        refused(Overrides.propose(decision, "HOLD"), 409, "already-proposed");
        for (Map<String, String> word :
                List.of(Map.of("action", "approve"), Map.of("action", "refuse", "reason", "mine"))) {
            refused(Api.transition(Overrides.inspector(), override, 1, word), 422, "second-person");
        }
        Api.transition(Overrides.bureau(), override, 0, Map.of("action", "approve"))
                .statusCode(412);
        Work.declaration(id).body("lines[0].decision.id", is(decision));
    }

    @Test
    void shouldCheckTheLawAgainWhenItIsApproved() {
        Overrides.direct();
        String id = file();
        String decision = Overrides.decision(id);
        String override = Overrides.proposed(decision, "RELEASE");
        ban();

        refused(Overrides.approve(override), 422, "held");

        Work.declaration(id).body("lines[0].decision.id", is(decision)).body("version", is(1));
        Api.get(Callers.bureau(), "/api/v1/inspections/" + Work.inspectionOf(id))
                .body("status", is("OPEN"));
    }

    @Test
    void shouldWithholdAnOverriddenClearanceWhileALaterBanLasts() {
        Overrides.direct();
        String id = file();
        String made = Overrides.override(id, "RELEASE");
        String number = Work.declaration(id).extract().path("lines[0].clearance.number");

        Neighbour.issues(warning);
        await(id, "lines[0].clearance.state", is("REFUSED"));
        Neighbour.lifts(warning);
        await(id, "lines[0].clearance.state", is("CLEARED"));

        Work.declaration(id)
                .body("lines[0].clearance.number", equalTo(number))
                .body("lines[0].clearance.basis", is("override"))
                .body("lines[0].decision.id", is(made));
    }

    @Test
    void shouldNotDecideAgainWhatTwoPersonsDecided() {
        String held = fileAs(uscc, "L-1");
        String released = fileAs(uscc, "L-2");
        String untouched = fileAs(uscc, "L-3");
        String hold = Overrides.override(held, "HOLD");
        String verify = Overrides.override(released, "VERIFY");

        Neighbour.tellsOf(Neighbour.enterprise(uscc), 1);
        await(untouched, "lines[0].decision.cause", is("FACTS_ARRIVED"));
        Neighbour.issues(warning);
        await(untouched, "lines[0].clearance.state", is("REFUSED"));
        Neighbour.lifts(warning);
        await(untouched, "lines[0].clearance.state", is("CLEARED"));

        Work.declaration(held).body("lines[0].decision.id", is(hold)).body("lines[0].clearance.state", is("REFUSED"));
        Work.declaration(released)
                .body("lines[0].decision.id", is(verify))
                .body("lines[0].clearance.state", is("PENDING"));
    }

    @Test
    void shouldNotLetAnAmendmentUndoAnOverride() {
        String id = file();
        String hold = Overrides.override(id, "HOLD");

        step(id, Map.of("action", "amend", "declaration", Filing.by(Codes.NINGHAI)))
                .statusCode(409)
                .body("allowedActions", contains("withdraw"));

        Work.declaration(id).body("lines[0].decision.id", is(hold));
    }

    @Test
    void shouldHoldTheFieldsToTheirBounds() {
        String decision = Overrides.decision(file());
        for (String reason : new String[] {"", " ", "a\tb", "x".repeat(501)}) {
            Api.post(Overrides.inspector(), Overrides.path(decision), proposal("HOLD", reason))
                    .statusCode(400)
                    .body("errors[0].pointer", is("/reason"));
        }
        Api.post(Overrides.inspector(), Overrides.path(decision), proposal("HOLD", null))
                .statusCode(400)
                .body("errors[0].pointer", is("/reason"));
        Api.post(Overrides.inspector(), Overrides.path(decision), proposal(null, "r"))
                .statusCode(400)
                .body("errors[0].pointer", is("/outcome"));
        Api.post(Overrides.inspector(), Overrides.path(decision), proposal("PARDON", "r"))
                .statusCode(400)
                .body("errors[0].pointer", is("/outcome"));
        String id = Api.post(Overrides.inspector(), Overrides.path(decision), proposal("HOLD", "x".repeat(500)))
                .statusCode(201)
                .body("newDecisionId", nullValue())
                .extract()
                .path("id");
        String override = Overrides.path(decision) + "/" + id;
        Api.transition(Overrides.bureau(), override, 1, Map.of("action", "pardon"))
                .statusCode(400);
        Api.transition(Overrides.bureau(), override, 1, Map.of("action", "refuse", "reason", "x".repeat(501)))
                .statusCode(400);
        String other = Overrides.decision(file());
        Api.get(Overrides.inspector(), Overrides.path(other) + "/" + id).statusCode(404);
        assertThat(Database.number("select count(*) from decision_override")).isEqualTo(1);
    }

    private static Map<String, Object> proposal(String outcome, String reason) {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("outcome", outcome);
        proposal.put("reason", reason);
        return proposal;
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String rule) {
        return answer.statusCode(status).body("rule", is(rule));
    }

    private void ban() {
        Neighbour.issues(warning);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Database.number("select count(*) from risk_warning_copy where measure = 'BAN'") == 1);
    }

    private static String file() {
        return Work.file(Filing.by(Codes.NINGHAI));
    }

    private static String fileAs(String consignor, String lotNo) {
        ObjectNode filing = Filing.by(consignor);
        Filing.firstLine(filing).put("lotNo", lotNo);
        return Api.post(Callers.enterprise(consignor), "/api/v1/declarations", filing)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse step(String declaration, Map<String, Object> body) {
        int version = Work.declaration(declaration).extract().path("version");
        return Api.transition(Callers.enterprise(Codes.NINGHAI), "/api/v1/declarations/" + declaration, version, body);
    }

    private static void await(String id, String path, Matcher<String> matcher) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Work.declaration(id).extract().<String>path(path), matcher);
    }
}
