package org.qualityzones.correctiveaction;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
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
class CorrectiveActionResourceTest {

    private static final Map<String, String> SUBMIT = Map.of("action", "submit", "reason", "sorted by hand");
    private static final Map<String, String> VERIFY = Map.of("action", "verify");
    private static final Map<String, String> REJECT = Map.of("action", "reject", "reason", "still burrs");

    private final String enterprise = Callers.enterprise(Codes.NINGHAI);
    private final String inspector = Callers.inspector();

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
    }

    @Test
    void shouldClearALotThatPassesAfterRework() {
        String declaration = Work.rejectedLot("L-1");
        String action = Work.correctiveAction();

        Work.step(enterprise, action, SUBMIT)
                .statusCode(200)
                .body("status", is("SUBMITTED"))
                .body("measures", is("sorted by hand"))
                .body("reworkInspectionId", notNullValue());
        Work.step(inspector, action, VERIFY).statusCode(409);
        Work.record(Work.inspectionOf(declaration), Work.result(0))
                .statusCode(201)
                .body("kind", is("AFTER_REWORK"))
                .body("correctiveActionId", is(action));
        Work.declaration(declaration).body("lines[0].clearance.state", is("REFUSED"));
        Work.step(inspector, action, REJECT).statusCode(409);
        Work.step(inspector, action, VERIFY).statusCode(200).body("status", is("VERIFIED"));
        Work.declaration(declaration)
                .body("status", is("CLOSED"))
                .body("lines[0].clearance.state", is("CLEARED"))
                .body("lines[0].clearance.basis", is("corrective-action"));

        String next = Work.declaration(Work.file(Work.sampled("L-2"))).extract().path("lines[0].decision.id");
        Api.get(Callers.bureau(), "/api/v1/decisions/" + next + "/facts")
                .body("history.lots12m", is(1))
                .body("history.failedLots12m", is(1))
                .body("producer.openCorrectiveActions", is(0));
    }

    @Test
    void shouldBeReworkedOnceOnly() {
        String declaration = Work.rejectedLot("L-1");
        String action = Work.correctiveAction();
        Work.step(enterprise, action, SUBMIT).statusCode(200);
        Work.record(Work.inspectionOf(declaration), Work.result(22))
                .statusCode(201)
                .body("accepted", is(false));

        Work.step(enterprise, action, SUBMIT).statusCode(409);
        Work.step(inspector, action, VERIFY).statusCode(409);
        Work.step(inspector, action, REJECT).statusCode(200).body("status", is("REJECTED"));
        Work.declaration(declaration)
                .body("status", is("CLOSED"))
                .body("lines[0].clearance.state", is("REFUSED"))
                .body("lines[0].clearance.number", nullValue());
        Api.get(inspector, "/api/v1/sampling-states?uscc=" + Codes.NINGHAI).body("items[0].recent.size()", is(1));
    }

    @Test
    void shouldGetMoreTimeFromTheOfficeOnly() {
        Work.rejectedLot("L-1");
        String action = Work.correctiveAction();
        String deadline = Api.get(inspector, "/api/v1/corrective-actions/" + action)
                .extract()
                .path("deadline");
        String later = LocalDate.parse(deadline).plusDays(7).toString();

        Work.step(enterprise, action, Map.of("action", "extend", "deadline", later))
                .statusCode(403);
        Work.step(inspector, action, Map.of("action", "extend", "deadline", deadline))
                .statusCode(400);
        Work.step(inspector, action, Map.of("action", "extend", "deadline", later))
                .statusCode(200)
                .body("status", is("OPEN"))
                .body("deadline", is(later));
    }

    @Test
    void shouldFollowDocumentsThatDoNotConform() {
        Work.watch();
        String declaration = Work.file(Filing.by(Codes.NINGHAI));
        String path = "/api/v1/declarations/" + declaration + "/lines/1/document-verifications";

        Api.post(inspector, path, Map.of("conforming", false, "remarks", "no test report"))
                .statusCode(201)
                .body("clearance.state", is("REFUSED"))
                .body("clearance.basis", is("documents"))
                .body("correctiveActionId", notNullValue());
        Api.post(inspector, path, Map.of("conforming", true)).statusCode(409);
        String action = Work.correctiveAction();
        Work.step(enterprise, action, SUBMIT).statusCode(200);
        Work.record(Work.inspectionOf(declaration), Work.result(0).put("lotSize", 50000))
                .statusCode(201);
        Work.step(inspector, action, VERIFY).statusCode(200);
        Work.declaration(declaration).body("lines[0].clearance.basis", is("corrective-action"));
    }

    @Test
    void shouldClearALineWhoseDocumentsConform() {
        Work.watch();
        String declaration = Work.file(Filing.by(Codes.NINGHAI));
        String path = "/api/v1/declarations/" + declaration + "/lines/%d/document-verifications";

        Work.declaration(declaration).body("lines[0].clearance.state", is("PENDING"));
        Api.post(inspector, path.formatted(2), Map.of("conforming", true)).statusCode(404);
        Api.post(inspector, path.formatted(1), Map.of()).statusCode(400);
        Api.post(inspector, path.formatted(1), Map.of("conforming", true))
                .statusCode(201)
                .body("clearance.state", is("CLEARED"))
                .body("clearance.basis", is("documents"))
                .body("correctiveActionId", nullValue());
        Work.declaration(declaration).body("status", is("CLOSED")).body("lines[0].clearance.state", is("CLEARED"));
        String sampled = Work.file(Work.sampled("L-9"));
        Api.post(
                        inspector,
                        "/api/v1/declarations/" + sampled + "/lines/1/document-verifications",
                        Map.of("conforming", true))
                .statusCode(409);
    }
}
