package org.qualityzones.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Work;

@QuarkusTest
@WithServers("inspection")
class InspectionResourceTest {

    private static final String PATH = "/api/v1/inspections/";

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
    }

    @Test
    void shouldOpenAnInspectionWithThePlansOfTheDecision() {
        String declaration = Work.file(Work.sampled("L-1"));

        Work.declaration(declaration)
                .body("status", is("IN_INSPECTION"))
                .body("lines[0].clearance.state", is("PENDING"));
        Api.get(Callers.inspector(), PATH + Work.inspectionOf(declaration))
                .statusCode(200)
                .body("status", is("OPEN"))
                .body("kind", is("ORIGINAL"))
                .body("areaCode", is("330226"))
                .body("samplingPlans.nonconformityClass", contains("A", "B", "C"))
                .body("samplingPlans.sampleSize", contains(500, 500, 315))
                .body("samplingPlans.accept", contains(0, 21, 21))
                .body("dueOn", notNullValue())
                .body("accepted", nullValue());
        assertThat(events("org.qualityzones.inspection.opened.v1")).isOne();
    }

    @Test
    void shouldOpenNoneForALotThatIsNotSampled() {
        String declaration = Work.file(Filing.by(Codes.NINGHAI));

        assertThat(Work.inspectionOf(declaration)).isNull();
        Work.declaration(declaration).body("status", is("DECIDED"));
    }

    @Test
    void shouldClearAnAcceptedLotAndKeepItFromBeingChanged() {
        String declaration = Work.file(Work.sampled("L-1"));
        String inspection = Work.inspectionOf(declaration);

        Work.record(inspection, Work.result(21))
                .statusCode(201)
                .body("accepted", is(true))
                .body("status", is("ACCEPTED"))
                .body("result.verdicts.accepted", contains(true, true, true));
        Work.declaration(declaration)
                .body("status", is("CLOSED"))
                .body("lines[0].clearance.state", is("CLEARED"))
                .body("lines[0].clearance.basis", is("inspection"))
                .body("lines[0].clearance.number", notNullValue());
        Work.record(inspection, Work.result(0)).statusCode(409);
        assertThat(transition(declaration, Map.of("action", "withdraw"))).isEqualTo(409);
        assertThat(events("org.qualityzones.inspection.judged.v1")).isOne();
        assertThat(events("org.qualityzones.declaration.clearance-changed.v1")).isOne();
    }

    @Test
    void shouldRefuseALotThatMissesOnePlanAndKnowItInTheNextDecision() {
        String declaration = Work.rejectedLot("L-1");

        Work.declaration(declaration)
                .body("status", is("IN_INSPECTION"))
                .body("lines[0].clearance.state", is("REFUSED"))
                .body("lines[0].clearance.basis", is("inspection"));
        Api.get(Callers.enterprise(Codes.NINGHAI), "/api/v1/corrective-actions")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].status", is("OPEN"))
                .body("items[0].cause", is("INSPECTION"));
        Api.get(Callers.bureau(), "/api/v1/decisions/" + decisionOf(Work.file(Work.sampled("L-2"))) + "/facts")
                .statusCode(200)
                .body("history.lots12m", is(1))
                .body("history.failedLots12m", is(1))
                .body("history.passPerMille12m", is(0))
                .body("producer.openCorrectiveActions", is(1))
                .body("producer.overdueCorrectiveActions", is(0));
    }

    @Test
    void shouldTightenSamplingAfterTwoRejectedLots() {
        Work.rejectedLot("L-1");
        Work.rejectedLot("L-2");

        Api.get(Callers.enterprise(Codes.NINGHAI), "/api/v1/sampling-states?uscc=" + Codes.NINGHAI + "&hs=9608")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].hsHeading", is("9608"))
                .body("items[0].state", is("TIGHTENED"));
        Api.get(Callers.enterprise(Codes.YUNHE), "/api/v1/sampling-states?uscc=" + Codes.NINGHAI)
                .statusCode(403);
        Api.get(Callers.bureau(), PATH + Work.inspectionOf(Work.file(Work.sampled("L-3"))))
                .body("severity", is("TIGHTENED"))
                .body("samplingPlans[1].accept", is(18));
    }

    @Test
    void shouldRefuseWhatCannotBeJudged() {
        String inspection = Work.inspectionOf(Work.file(Work.sampled("L-1")));
        ObjectNode none = new ObjectMapper().createObjectNode();
        Work.add(none, "B", 500, 0);
        ObjectNode small = Work.result(0);
        ((ObjectNode) small.path("samples").get(1)).put("inspected", 499);
        ObjectNode contradictory = Work.result(0);
        contradictory
                .withArray("tests")
                .addObject()
                .put("item", "lead")
                .put("result", "200")
                .put("conforming", false);

        Work.record(inspection, none).statusCode(400).body("errors.code", hasItem("no-sample"));
        Work.record(inspection, small).statusCode(400).body("errors.code", hasItem("sample-size"));
        Work.record(inspection, Work.result(501)).statusCode(400).body("errors.code", hasItem("more-than-inspected"));
        Work.record(inspection, contradictory)
                .statusCode(400)
                .body("errors.code", hasItem("nonconforming-test-not-counted"));
        Work.record(inspection, Work.result(-1)).statusCode(400);
        Api.get(Callers.inspector(), PATH + inspection).body("status", is("OPEN"));
    }

    @Test
    void shouldMakeThePlansWhenTheResultBringsTheLotSize() {
        ObjectNode filing = Work.sampled("L-1");
        ((ObjectNode) Filing.firstLine(filing).path("quantity")).put("unit", "KGM");
        String inspection = Work.inspectionOf(Work.file(filing));
        Api.get(Callers.inspector(), PATH + inspection).body("samplingPlans", empty());

        Work.record(inspection, Work.result(0)).statusCode(400).body("errors[0].pointer", is("/lotSize"));
        Work.record(inspection, Work.result(0).put("lotSize", 50000))
                .statusCode(201)
                .body("samplingPlans.sampleSize", contains(500, 500, 315))
                .body("accepted", is(true));
    }

    @Test
    void shouldRecordOneResultWhenTwoArriveAtOnce() throws Exception {
        String inspection = Work.inspectionOf(Work.file(Work.sampled("L-1")));
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> sent = new ArrayList<>();
            for (long found : List.of(0L, 22L)) {
                sent.add(callers.submit(() ->
                        Work.record(inspection, Work.result(found)).extract().statusCode()));
            }
            for (Future<Integer> answer : sent) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        assertThat(events("org.qualityzones.inspection.judged.v1")).isOne();
    }

    @Test
    void shouldCancelAndOpenAnewWhenTheDeclarationIsAmended() {
        ObjectNode filing = Work.sampled("L-1");
        String declaration = Work.file(filing);
        String first = Work.inspectionOf(declaration);

        assertThat(transition(declaration, Map.of("action", "amend", "declaration", filing)))
                .isEqualTo(200);
        Api.get(Callers.bureau(), PATH + first).body("status", is("CANCELLED"));
        assertThat(Work.inspectionOf(declaration)).isNotEqualTo(first);
        Work.record(first, Work.result(0)).statusCode(409).body("type", endsWith("/illegal-transition"));

        assertThat(transition(declaration, Map.of("action", "withdraw"))).isEqualTo(200);
        Api.get(Callers.bureau(), PATH + Work.inspectionOf(declaration)).body("status", is("CANCELLED"));
    }

    @Test
    void shouldBeTakenByAnInspectorAndAssignedByTheBureau() {
        String inspection = Work.inspectionOf(Work.file(Work.sampled("L-1")));
        String steps = PATH + inspection;

        Api.transition(Callers.inspector(), steps, 1, Map.of("action", "take"))
                .statusCode(200)
                .body("status", is("ASSIGNED"))
                .body("assignee", notNullValue());
        Api.transition(Callers.bureau(), steps, 2, Map.of("action", "assign")).statusCode(400);
        Api.transition(Callers.bureau(), steps, 2, Map.of("action", "assign", "assignee", "inspector-7"))
                .statusCode(200)
                .body("assignee", is("inspector-7"));
        Api.transition(Callers.inspector(), steps, 2, Map.of("action", "take")).statusCode(412);
        Api.get(Callers.bureau(), PATH + "?assignee=inspector-7&due=2999-01-01").body("items", hasSize(1));
        Api.get(Callers.bureau(), PATH + "?due=2020-01-01").body("items", hasSize(0));
        Api.get(Callers.bureauB(), PATH + inspection).statusCode(404);
        Api.get(Callers.enterprise(Codes.NINGHAI), PATH + inspection).body("assignee", nullValue());
    }

    private static int transition(String declaration, Object body) {
        int version = Work.declaration(declaration).extract().path("version");
        return Api.transition(Callers.enterprise(Codes.NINGHAI), "/api/v1/declarations/" + declaration, version, body)
                .extract()
                .statusCode();
    }

    private static String decisionOf(String declaration) {
        return Work.declaration(declaration).extract().path("lines[0].decision.id");
    }

    private static long events(String type) {
        return Database.number("select count(*) from outbox where type = '" + type + "'");
    }
}
