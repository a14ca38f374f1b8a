package org.qualityzones.redecision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
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
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Imports;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Neighbour;
import org.qualityzones.trial.TestClock;
import org.qualityzones.trial.Work;
import org.qualityzones.web.Roles;

/** What facts that change later do to lines that were decided: events in, decisions and clearances out. */
@QuarkusTest
@WithServers("inspection")
class RedecisionTest {

    private static final String STATUTORY =
            "hsCode,name,supervisionConditions,inspectionCategories,productRisk,validFrom,validUntil,source\n"
                    + "9608100000,Pens,B,N,GENERAL,2010-01-01,,sample\n";
    private static int next = 100;

    @Inject
    TestClock clock;

    @Inject
    HoldSweep sweep;

    private String uscc;
    private Map<String, Object> warning;

    @BeforeEach
    void newEnterpriseAndWarning() {
        Database.truncate("daily_seed");
        uscc = Codes.of("330226", next++);
        warning = Neighbour.warning(UUID.randomUUID().toString(), "BAN", Map.of("hsPrefix", "9608"), null);
        Known.allIsCurrent();
    }

    @AfterEach
    void resetClock() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldDecideAHeldLineAgainWhenTheBanIsLifted() {
        Known.enterprise(uscc).inVersion(1);
        ban();
        String id = file(filing());
        declaration(id).body("outcome", is("HOLD")).body("clearance.state", is("REFUSED"));
        String held = declaration(id).extract().path("lines[0].decision.id");

        Neighbour.lifts(warning);

        await(id, "lines[0].clearance.state", is("CLEARED"));
        ValidatableResponse after = declaration(id)
                .body("outcome", is("RELEASE"))
                .body("lines[0].clearance.basis", is("decision"))
                .body("lines[0].decision.cause", is("HOLD_LIFTED"))
                .body("lines[0].decision.supersedes", is(held));
        String lifted = after.extract().path("lines[0].decision.id");
        Api.get(Callers.bureau(), "/api/v1/decisions/" + held).body("supersededBy", is(lifted));
        assertThat(draw(lifted)).isEqualTo(draw(held));
        assertThat(events(id, "declaration.decided")).isEqualTo(2);
        assertThat(events(id, "declaration.clearance-changed")).isEqualTo(2);
        assertThat(Database.number("select count(*) from decision")).isEqualTo(2);
    }

    @Test
    void shouldOpenAnInspectionWhenTheOutcomeBehindTheHoldAsksForOne() {
        Known.enterprise(uscc).inVersion(1);
        ban();
        String id = file(filing().put("certificateRequested", true));
        declaration(id).body("outcome", is("HOLD"));

        Neighbour.lifts(warning);

        await(id, "lines[0].clearance.state", is("PENDING"));
        declaration(id).body("outcome", is("SAMPLE")).body("status", is("IN_INSPECTION"));
        assertThat(Work.inspectionOf(id)).isNotNull();
    }

    @Test
    void shouldLiftAHoldWithTheLastDayOfTheWarning() {
        Known.enterprise(uscc).inVersion(1);
        warning.put("until", ShanghaiDays.of(clock.instant()).toString());
        ban();
        String id = file(filing());
        declaration(id).body("outcome", is("HOLD"));

        clock.moveTo(Duration.ofDays(1));

        await(id, "lines[0].clearance.state", is("CLEARED"));
        declaration(id).body("lines[0].decision.cause", is("HOLD_LIFTED"));
    }

    @Test
    void shouldLiftAHoldWhenTheSuspensionEnds() {
        Neighbour.tellsOf(Neighbour.suspended(uscc, null), 1);
        awaitNumber("select count(*) from state_version where key = '" + uscc + "'", 1);
        String id = file(filing());
        declaration(id).body("outcome", is("HOLD"));

        Neighbour.tellsOf(Neighbour.enterprise(uscc), 2);

        await(id, "lines[0].clearance.state", is("CLEARED"));
        declaration(id).body("lines[0].decision.cause", is("HOLD_LIFTED"));
    }

    @Test
    void shouldLiftAHoldWhenTheProducerIsRegistered() {
        Known.enterprise(uscc).inVersion(1);
        Imports.imported("/api/v1/catalogue", STATUTORY);
        Imports.imported(
                "/api/v1/reference-tables/registration-regimes",
                "hsPrefix,instrument,validFrom,validUntil,provenance,source\n"
                        + "9608,sample,2020-01-01,,CONFIGURED,sample\n");
        String id = file(filing());
        declaration(id).body("outcome", is("HOLD"));

        Imports.imported(
                "/api/v1/reference-tables/registrations",
                "uscc,hsPrefix,number,validFrom,validUntil,provenance,source\n" + uscc
                        + ",9608,R-1,2020-01-01,,CONFIGURED,sample\n");

        awaitNumber("select count(*) from decision where cause = 'HOLD_LIFTED'", 1);
        assertThat(declaration(id).extract().<String>path("outcome")).isNotEqualTo("HOLD");
    }

    @Test
    void shouldWithholdAClearanceWhileABanLastsAndDecideNothingAgain() {
        Known.enterprise(uscc).inVersion(1);
        String id = file(filing());
        String number = declaration(id).extract().path("lines[0].clearance.number");

        Neighbour.issues(warning);
        await(id, "lines[0].clearance.state", is("REFUSED"));
        declaration(id).body("clearance.state", is("REFUSED")).body("lines[0].decision.cause", nullValue());

        Neighbour.lifts(warning);
        await(id, "lines[0].clearance.state", is("CLEARED"));
        declaration(id)
                .body("lines[0].clearance.number", equalTo(number))
                .body("lines[0].clearance.basis", is("decision"));
        assertThat(Database.number("select count(*) from decision")).isEqualTo(1);
        assertThat(events(id, "declaration.clearance-changed")).isEqualTo(3);
    }

    @Test
    void shouldWithholdOnlyWhatTheWholeScopeOfABanMatches() {
        Known.enterprise(uscc).inVersion(1);
        warning.put("scope", scope("9608", "FR", null));
        String german = file(filing());
        String french = file(filing().put("destination", "FR"));

        Neighbour.issues(warning);

        await(french, "lines[0].clearance.state", is("REFUSED"));
        declaration(german).body("lines[0].clearance.state", is("CLEARED"));
    }

    @Test
    void shouldWithholdClearancesOfASuspendedConsignor() {
        Known.enterprise(Codes.YUNHE).inVersion(1);
        Neighbour.tellsOf(Neighbour.enterprise(uscc), 1);
        ObjectNode filing = filing();
        Filing.firstLine(filing).put("producer", Codes.YUNHE);
        String id = Api.post(Callers.enterprise(uscc), "/api/v1/declarations", filing)
                .statusCode(201)
                .extract()
                .path("id");

        Neighbour.tellsOf(Neighbour.suspended(uscc, null), 2);
        awaitClearance(id, "REFUSED");
        Neighbour.tellsOf(Neighbour.enterprise(uscc), 3);
        awaitClearance(id, "CLEARED");
    }

    @Test
    void shouldClearAnAcceptedLotOnlyWhenTheBanIsOver() {
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        String id = Work.file(Work.sampled("L-1"));
        ban();

        Work.record(Work.inspectionOf(id), Work.result(0)).statusCode(201);
        declaration(id).body("lines[0].clearance.state", is("REFUSED"));

        Neighbour.lifts(warning);
        await(id, "lines[0].clearance.state", is("CLEARED"));
        declaration(id).body("lines[0].clearance.basis", is("inspection"));
    }

    @Test
    void shouldDecideAgainWhenTheUnknownProducerIsHeardOf() {
        Imports.imported("/api/v1/catalogue", STATUTORY);
        String id = fileUndrawn();
        String before = declaration(id)
                .body("outcome", is("SAMPLE"))
                .body("lines[0].decision.basis", is("DEGRADED"))
                .body("lines[0].decision.missingFacts", hasSize(2))
                .extract()
                .path("lines[0].decision.id");
        String inspection = Work.inspectionOf(id);

        Neighbour.tellsOf(excellent(), 1);

        await(id, "lines[0].decision.cause", is("FACTS_ARRIVED"));
        ValidatableResponse after = declaration(id)
                .body("outcome", is("RELEASE"))
                .body("lines[0].decision.basis", is("COMPLETE"))
                .body("lines[0].decision.supersedes", is(before))
                .body("lines[0].clearance.state", is("CLEARED"));
        assertThat(draw(after.extract().path("lines[0].decision.id"))).isEqualTo(draw(before));
        Api.get(Callers.bureau(), "/api/v1/inspections/" + inspection).body("status", is("CANCELLED"));
    }

    @Test
    void shouldNeverRelaxWhatSomebodyHasBegunToInspect() {
        Imports.imported("/api/v1/catalogue", STATUTORY);
        String id = fileUndrawn();
        String path = "/api/v1/inspections/" + Work.inspectionOf(id);
        int version = Api.get(Callers.inspector(), path).extract().path("version");
        Api.transition(Callers.inspector(), path, version, "{\"action\":\"take\"}")
                .statusCode(200);
        String other = file(filing().put("certificateRequested", true));

        Neighbour.tellsOf(excellent(), 1);

        await(other, "lines[0].decision.cause", is("FACTS_ARRIVED"));
        declaration(id).body("outcome", is("SAMPLE")).body("lines[0].decision.cause", nullValue());
        Api.get(Callers.bureau(), path).body("status", is("ASSIGNED"));
        assertThat(Database.number("select count(*) from declaration_line where declaration_id = '" + id
                        + "' and awaits is not null"))
                .as("nobody looks at it again and again for facts that have come")
                .isZero();
    }

    @Test
    void shouldLinkADecisionAboutAClearedLineAndLeaveItCleared() {
        String id = file(filing());
        String number = declaration(id)
                .body("outcome", is("RELEASE"))
                .body("lines[0].decision.basis", is("DEGRADED"))
                .extract()
                .path("lines[0].clearance.number");

        Neighbour.tellsOf(Neighbour.enterprise(uscc), 1);

        await(id, "lines[0].decision.cause", is("FACTS_ARRIVED"));
        declaration(id)
                .body("lines[0].decision.basis", is("COMPLETE"))
                .body("lines[0].clearance.number", is(number))
                .body("lines[0].clearance.state", is("CLEARED"));
        assertThat(events(id, "declaration.clearance-changed")).isEqualTo(1);
    }

    @Test
    void shouldTellOfTheEndOfAClearanceOnce() {
        Known.enterprise(uscc).inVersion(1);
        String id = file(filing());

        clock.moveTo(Duration.ofDays(61));

        awaitNumber("select count(*) from declaration_line where clearance_state = 'EXPIRED'", 1);
        declaration(id).body("lines[0].clearance.state", is("EXPIRED")).body("clearance.state", is("EXPIRED"));
        assertThat(events(id, "declaration.clearance-changed")).isEqualTo(2);
        assertThat(Database.number("select count(*) from declaration_line where live"))
                .isZero();
    }

    @Test
    void shouldNameTheHoldThatIsLeftWhenOneOfTwoEnds() {
        Neighbour.tellsOf(Neighbour.suspended(uscc, null), 1);
        awaitNumber("select count(*) from state_version where key = '" + uscc + "'", 1);
        ban();
        String id = file(filing());
        declaration(id).body("lines[0].decision.reasons.liftedBy", hasItem("warning-lifted"));

        Neighbour.lifts(warning);

        await(id, "lines[0].decision.cause", is("HOLD_LIFTED"));
        declaration(id)
                .body("outcome", is("HOLD"))
                .body("lines[0].clearance.state", is("REFUSED"))
                .body(
                        "lines[0].decision.reasons.liftedBy",
                        equalTo(List.of("producer-suspension-ended", "consignor-suspension-ended")));
        assertThat(events(id, "declaration.clearance-changed")).isEqualTo(1);
    }

    @Test
    void shouldNotLetAnAmendmentEscapeABanOfALaterDay() {
        Known.enterprise(uscc).inVersion(1);
        String id = file(filing());
        warning.put("from", ShanghaiDays.of(clock.instant()).plusDays(1).toString());
        ban();
        declaration(id).body("lines[0].clearance.state", is("CLEARED"));
        clock.moveTo(Duration.ofDays(1));
        await(id, "lines[0].clearance.state", is("REFUSED"));

        int version = declaration(id).extract().path("version");
        ObjectNode amend = Filing.by(uscc).objectNode().put("action", "amend");
        amend.set("declaration", filing().put("reference", "R-1"));
        Api.transition(Callers.enterprise(uscc), "/api/v1/declarations/" + id, version, amend)
                .statusCode(200)
                .body("outcome", is("HOLD"))
                .body("lines[0].clearance.state", is("REFUSED"));
    }

    @Test
    void shouldDecideAgainOnceStaleCopiesAreCurrent() {
        Known.enterprise(uscc).inVersion(1);
        Known.nothingIsCurrent();
        String id = file(filing());
        declaration(id).body("lines[0].decision.basis", is("DEGRADED"));

        Known.allIsCurrent();
        sweep.sweep();

        await(id, "lines[0].decision.cause", is("FACTS_ARRIVED"));
        declaration(id).body("lines[0].decision.basis", is("COMPLETE"));
    }

    /** A lot that a share of 0.05 does not draw. */
    private String fileUndrawn() {
        for (int lot = 0; ; lot++) {
            ObjectNode filing = filing();
            Filing.firstLine(filing).put("lotNo", "U-" + lot);
            String id = file(filing);
            String decision = declaration(id).extract().path("lines[0].decision.id");
            if (Integer.parseInt(draw(decision).substring(0, 2), 16) > 0x0d) {
                return id;
            }
        }
    }

    private Map<String, Object> excellent() {
        Map<String, Object> state = Neighbour.enterprise(uscc);
        state.put("class", "CLASS_1");
        state.put("creditLevel", "AA");
        return state;
    }

    private void ban() {
        Neighbour.issues(warning);
        awaitNumber("select count(*) from risk_warning_copy", 1);
    }

    private ObjectNode filing() {
        return Filing.by(uscc);
    }

    private String file(ObjectNode filing) {
        return Api.post(Callers.enterprise(uscc), "/api/v1/declarations", filing)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, String> scope(String hsPrefix, String destination, String uscc) {
        Map<String, String> scope = new HashMap<>();
        scope.put("hsPrefix", hsPrefix);
        scope.put("destination", destination);
        scope.put("uscc", uscc);
        return scope;
    }

    private static ValidatableResponse declaration(String id) {
        return Api.get(Callers.of(Roles.AUDITOR), "/api/v1/declarations/" + id)
                .statusCode(200)
                .body("id", notNullValue());
    }

    private static void await(String id, String path, Matcher<String> matcher) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> declaration(id).extract().<String>path(path), matcher);
    }

    private static void awaitClearance(String id, String state) {
        await(id, "lines[0].clearance.state", is(state));
    }

    private static void awaitNumber(String sql, long number) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Database.number(sql), is(number));
    }

    private static String draw(String decision) {
        return Api.get(Callers.of(Roles.AUDITOR), "/api/v1/decisions/" + decision + "/facts")
                .statusCode(200)
                .extract()
                .path("draw");
    }

    private static long events(String id, String type) {
        return Database.number(
                "select count(*) from outbox where key = '" + id + "' and type = 'org.qualityzones." + type + ".v1'");
    }
}
