package org.qualityzones.decisionoverride;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.facts.Digests;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Overrides;
import org.qualityzones.trial.Work;
import org.qualityzones.web.Roles;

/** What follows from an override, outcome by outcome. */
@QuarkusTest
@WithServers("inspection")
class DecisionOverrideTest {

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void forgetEverything() {
        Database.truncate("daily_seed");
        Known.allIsCurrent();
        Known.enterprise(Codes.NINGHAI).inVersion(1);
    }

    @Test
    void shouldMakeANewDecisionThatReplaysByteForByte() {
        String id = released();
        String released = Overrides.decision(id);
        String override = Overrides.proposed(released, "SAMPLE");
        Work.declaration(id).body("outcome", is("RELEASE"));

        String made = Overrides.approve(override)
                .statusCode(200)
                .body("status", is("APPROVED"))
                .body("from", is("RELEASE"))
                .body("settledBy", is("bureau"))
                .extract()
                .path("newDecisionId");

        String digest = Digests.sha256(reasonOf(override).getBytes(StandardCharsets.UTF_8));
        ValidatableResponse record = Api.get(auditor(), "/api/v1/decisions/" + made + "/record")
                .body("cause", is("OVERRIDE"))
                .body("outcome", is("SAMPLE"))
                .body("supersedes", is(released))
                .body(
                        "reasons.findAll { it.rule == 'override' }.effect",
                        contains(
                                "outcome=SAMPLE",
                                "override=" + override.substring(override.lastIndexOf('/') + 1),
                                "proposedBy=inspector",
                                "approvedBy=bureau",
                                "reasonDigest=" + digest))
                .body("samplingPlans", not(empty()));
        assertThat(record.extract().asString()).doesNotContain("inspector-1", "bureau-2", reasonOf(override));
        Api.as(auditor())
                .post("/api/v1/decisions/" + made + "/replays")
                .then()
                .statusCode(200)
                .body("identical", is(true))
                .body("differences", empty());
        Api.get(auditor(), "/api/v1/decisions/" + released)
                .body("supersededBy", is(made))
                .body("outcome", is("RELEASE"));
    }

    @Test
    void shouldInspectAReleasedLotAfterAll() {
        String id = released();

        Overrides.override(id, "SAMPLE");

        Work.declaration(id)
                .body("outcome", is("SAMPLE"))
                .body("status", is("IN_INSPECTION"))
                .body("lines[0].clearance.state", is("PENDING"))
                .body("lines[0].clearance.number", nullValue());
        Api.get(Callers.bureau(), "/api/v1/inspections/" + Work.inspectionOf(id))
                .body("status", is("OPEN"))
                .body("outcome", is("SAMPLE"));
        assertThat(events(id, "declaration.decided")).isEqualTo(2);
        assertThat(events(id, "declaration.clearance-changed")).isEqualTo(2);
        Work.record(Work.inspectionOf(id), Work.result(0)).statusCode(201);
        Work.declaration(id)
                .body("lines[0].clearance.state", is("CLEARED"))
                .body("lines[0].clearance.basis", is("inspection"));
    }

    @Test
    void shouldReleaseASampledLotAndCancelItsInspection() {
        Overrides.direct();
        String id = Work.file(Filing.by(Codes.NINGHAI));
        Work.declaration(id).body("outcome", is("SAMPLE"));
        String inspection = Work.inspectionOf(id);

        Overrides.override(id, "RELEASE");

        Work.declaration(id)
                .body("outcome", is("RELEASE"))
                .body("status", is("CLOSED"))
                .body("lines[0].decision.samplingPlans", empty())
                .body("lines[0].clearance.state", is("CLEARED"))
                .body("lines[0].clearance.basis", is("override"))
                .body("lines[0].clearance.number", notNullValue())
                .body("lines[0].clearance.validUntil", notNullValue());
        Api.get(Callers.bureau(), "/api/v1/inspections/" + inspection).body("status", is("CANCELLED"));
    }

    @Test
    void shouldInspectTheWholeLotInsteadOfASample() {
        Overrides.direct();
        String id = Work.file(Filing.by(Codes.NINGHAI));
        String sample = Work.inspectionOf(id);

        Overrides.override(id, "FULL_INSPECTION");

        Api.get(Callers.bureau(), "/api/v1/inspections/" + sample).body("status", is("CANCELLED"));
        Api.get(Callers.bureau(), "/api/v1/inspections/" + Work.inspectionOf(id))
                .body("status", is("OPEN"))
                .body("outcome", is("FULL_INSPECTION"));
        Work.declaration(id).body("lines[0].decision.samplingPlans[0].sampleSize", is(50_000));
    }

    @Test
    void shouldHaveTheDocumentsVerified() {
        String id = released();

        Overrides.override(id, "VERIFY");

        Work.declaration(id).body("lines[0].clearance.state", is("PENDING")).body("status", is("DECIDED"));
        Api.post(
                        Callers.inspector(),
                        "/api/v1/declarations/" + id + "/lines/1/document-verifications",
                        Map.of("conforming", true))
                .statusCode(201);
        Work.declaration(id)
                .body("lines[0].clearance.state", is("CLEARED"))
                .body("lines[0].clearance.basis", is("documents"));
    }

    @Test
    void shouldRefuseTheGoodsUntilAnotherOverride() {
        String id = released();

        Overrides.override(id, "HOLD");

        Work.declaration(id)
                .body("outcome", is("HOLD"))
                .body("status", is("DECIDED"))
                .body("lines[0].decision.mode", is("NONE"))
                .body("lines[0].clearance.state", is("REFUSED"))
                .body("lines[0].clearance.basis", is("override"));
        Overrides.override(id, "RELEASE");
        Work.declaration(id).body("outcome", is("RELEASE")).body("lines[0].clearance.state", is("CLEARED"));
        assertThat(Database.number("select count(*) from decision where cause = 'OVERRIDE'"))
                .isEqualTo(2);
    }

    @Test
    void shouldLeaveEverythingAsItWasWhenTheSecondPersonRefuses() {
        String id = released();
        String decision = Overrides.decision(id);
        String override = Overrides.proposed(decision, "HOLD");

        Api.transition(Overrides.bureau(), override, 1, Map.of("action", "refuse"))
                .statusCode(400)
                .body("errors[0].pointer", is("/reason"));
        Api.transition(Overrides.bureau(), override, 1, Map.of("action", "refuse", "reason", "not proven"))
                .statusCode(200)
                .body("status", is("REFUSED"))
                .body("remarks", is("not proven"))
                .body("newDecisionId", nullValue());

        Work.declaration(id).body("lines[0].decision.id", is(decision)).body("version", is(2));
        Api.transition(Overrides.bureau(), override, 2, Map.of("action", "approve"))
                .statusCode(409)
                .body("allowedActions", empty());
        Overrides.propose(decision, "VERIFY").statusCode(201);
        Api.get(Callers.inspector(), Overrides.path(decision)).body("items.status", contains("PROPOSED", "REFUSED"));
    }

    @Test
    void shouldShowThePartiesWhatWasApprovedOnly() {
        String id = released();
        String decision = Overrides.decision(id);
        String party = Callers.enterprise(Codes.NINGHAI);
        String override = Overrides.proposed(decision, "SAMPLE");

        Api.get(party, Overrides.path(decision)).statusCode(200).body("items", empty());
        Api.get(party, override).statusCode(404);
        Overrides.approve(override).statusCode(200);

        String shown = Api.get(party, override)
                .statusCode(200)
                .body("reason", equalTo(reasonOf(override)))
                .body("proposedBy", is("inspector"))
                .extract()
                .asString();
        assertThat(shown).doesNotContain("inspector-1", "bureau-2");
    }

    @Test
    void shouldPageTheListNewestFirst() {
        String decision = Overrides.decision(released());
        for (int i = 0; i < 3; i++) {
            String override = Overrides.proposed(decision, "VERIFY");
            Api.transition(Overrides.bureau(), override, 1, Map.of("action", "refuse", "reason", "no " + i))
                    .statusCode(200);
        }
        String cursor = Api.get(Overrides.inspector(), Overrides.path(decision) + "?limit=2")
                .body("items.remarks", contains("no 2", "no 1"))
                .extract()
                .path("nextCursor");
        Api.get(Overrides.inspector(), Overrides.path(decision) + "?limit=2&cursor=" + cursor)
                .body("items.remarks", contains("no 0"))
                .body("nextCursor", nullValue());
    }

    @Test
    void shouldCountOverridesByTheRuleThatDecided() {
        double made = counted("qz.decision.rules", "rule", "directed-inspection", "outcome", "SAMPLE");
        double overridden = counted("qz.decision.overridden", "rule", "directed-inspection", "direction", "laxer");
        double refused = counted("qz.decision.overridden", "rule", "override", "direction", "stricter");
        Overrides.direct();
        String id = Work.file(Filing.by(Codes.NINGHAI));

        Overrides.override(id, "RELEASE");
        Overrides.proposed(Overrides.decision(id), "HOLD");

        assertThat(counted("qz.decision.rules", "rule", "directed-inspection", "outcome", "SAMPLE"))
                .isEqualTo(made + 1);
        assertThat(counted("qz.decision.overridden", "rule", "directed-inspection", "direction", "laxer"))
                .isEqualTo(overridden + 1);
        assertThat(counted("qz.decision.overridden", "rule", "override", "direction", "stricter"))
                .isEqualTo(refused);
    }

    private double counted(String name, String... tags) {
        return meters.counter(name, tags).count();
    }

    private static String released() {
        String id = Work.file(Filing.by(Codes.NINGHAI));
        Work.declaration(id).body("outcome", is("RELEASE"));
        return id;
    }

    private static String reasonOf(String override) {
        return Api.get(Overrides.inspector(), override).extract().path("reason");
    }

    private static String auditor() {
        return Callers.of(Roles.AUDITOR);
    }

    private static long events(String id, String type) {
        return Database.number(
                "select count(*) from outbox where key = '" + id + "' and type = 'org.qualityzones." + type + ".v1'");
    }
}
