package org.qualityzones.samplingstate;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Work;

/** Reduced inspection: ten good lots, steady production and an approval (GB/T 2828.1 clauses 9.3.3 and 9.3.4). */
@QuarkusTest
@WithServers("inspection")
class ReducedInspectionTest {

    private static final String PATH = "/api/v1/sampling-states/" + Codes.NINGHAI + "/9608";

    private int lots;

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
    }

    @Test
    void shouldReduceInspectionOfAnApprovedProducerAndGoBackAfterARejectedLot() {
        state().body("state", is("NORMAL"))
                .body("approved", is(false))
                .body("steady", is(true))
                .body("version", is(0))
                .body("changedAt", nullValue());
        step(Callers.bureau(), "approve-reduced").statusCode(200).body("state", is("NORMAL"));
        acceptLots(10);
        state().body("state", is("REDUCED"));
        String declaration = Work.file(Work.sampled("R-1"));
        Work.declaration(declaration).body("lines[0].decision.samplingPlans.severity", everyItem(is("REDUCED")));

        String inspection = Work.inspectionOf(declaration);
        var plans = Api.get(Callers.bureau(), "/api/v1/inspections/" + inspection)
                .extract()
                .<java.util.List<Map<String, Object>>>path("samplingPlans");
        var result = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
        plans.forEach(plan -> Work.add(
                result,
                (String) plan.get("nonconformityClass"),
                ((Number) plan.get("sampleSize")).longValue(),
                "A".equals(plan.get("nonconformityClass")) ? 1 : 0));
        Work.record(inspection, result).statusCode(201).body("accepted", is(false));

        state().body("state", is("NORMAL")).body("score", is(0)).body("approved", is(true));
    }

    @Test
    void shouldReduceAtOnceWhatIsApprovedLaterAndStopWhenProductionIsIrregular() {
        acceptLots(10);
        state().body("state", is("NORMAL")).body("score", is(30));

        step(Callers.bureau(), "approve-reduced").body("state", is("REDUCED"));
        step(Callers.inspector(), "report-irregular")
                .statusCode(200)
                .body("state", is("NORMAL"))
                .body("steady", is(false));
        acceptLots(10);
        state().body("state", is("NORMAL")).body("score", is(30));
        step(Callers.inspector(), "report-steady").statusCode(200).body("state", is("REDUCED"));
        step(Callers.bureau(), "withdraw-approval").statusCode(200).body("state", is("NORMAL"));
    }

    @Test
    void shouldLetTheBureauOfTheAreaAloneApprove() {
        step(Callers.inspector(), "approve-reduced").statusCode(403);
        step(Callers.bureauB(), "approve-reduced").statusCode(403);
        step(Callers.enterprise(Codes.NINGHAI), "approve-reduced").statusCode(403);
        Api.get(Callers.enterprise(Codes.YUNHE), PATH).statusCode(403);
        Api.get(Callers.enterprise(Codes.NINGHAI), PATH).statusCode(200);
        state().body("version", is(0));
    }

    @Test
    void shouldRefuseWhatIsNotWellFormedOrStale() {
        step(Callers.bureau(), "approve").statusCode(400);
        Api.transition(Callers.bureau(), PATH, 0, Map.of("action", "approve-reduced"))
                .statusCode(400);
        Api.transition(Callers.bureau(), PATH, 7, body("approve-reduced")).statusCode(412);
        for (String heading : new String[] {"960", "96081", "0001", "9801"}) {
            Api.get(Callers.bureau(), "/api/v1/sampling-states/" + Codes.NINGHAI + "/" + heading)
                    .statusCode(400);
        }
        Api.get(Callers.bureau(), "/api/v1/sampling-states/123/9608").statusCode(400);
    }

    @Test
    void shouldNotApproveWhileInspectionIsDiscontinued() {
        step(Callers.bureau(), "approve-reduced").statusCode(200);
        Database.execute("update sampling_state set state = 'SUSPENDED', approved = false");

        step(Callers.bureau(), "approve-reduced").statusCode(409);
        step(Callers.inspector(), "report-irregular").statusCode(200).body("state", is("SUSPENDED"));
    }

    private void acceptLots(int number) {
        for (int i = 0; i < number; i++) {
            String declaration = Work.file(Work.sampled("L-" + ++lots));
            Work.record(Work.inspectionOf(declaration), Work.result(0)).statusCode(201);
        }
    }

    private static ValidatableResponse state() {
        return Api.get(Callers.bureau(), PATH).statusCode(200);
    }

    private static ValidatableResponse step(String token, String action) {
        int version = state().extract().path("version");
        return Api.transition(token, PATH, version, body(action));
    }

    private static Map<String, String> body(String action) {
        return Map.of("action", action, "reason", "sample");
    }
}
