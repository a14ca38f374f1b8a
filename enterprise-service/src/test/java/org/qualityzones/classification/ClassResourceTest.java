package org.qualityzones.classification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.enterprise.Scene;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("enterprise")
class ClassResourceTest {
    private static final String PATH = Scene.path(NINGHAI) + "/class-assessments";

    private final String first = Scene.bureau();
    private final String second = Scene.secondOfBureau();

    @BeforeEach
    void register() {
        Database.truncate();
        Scene.registerNinghai();
    }

    @Test
    void shouldChangeTheClassOnlyWhenASecondPersonApproves() {
        String path = propose("CLASS_2")
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .header("Location");
        Api.get(first, Scene.path(NINGHAI)).body("class", equalTo("UNCLASSIFIED"));
        Api.transition(first, path, 1, Map.of("action", "approve"))
                .statusCode(422)
                .body("rule", equalTo("second-person"))
                .body("allowedActions", hasItems("approve", "refuse"));
        Api.transition(second, path, 1, Map.of("action", "approve"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("APPROVED"))
                .body("decidedBy", equalTo("second"));
        Api.get(first, Scene.path(NINGHAI))
                .body("class", equalTo("CLASS_2"))
                .body("classSince", notNullValue())
                .body("classValidUntil", notNullValue())
                .body("version", equalTo(3));
        Api.get(first, Scene.ENTERPRISES + "?class=CLASS_2").body("items.uscc", contains(NINGHAI));
        Api.transition(second, path, 2, Map.of("action", "refuse", "reason", "late"))
                .statusCode(409)
                .body("allowedActions", hasSize(0));
    }

    @Test
    void shouldLeaveTheClassWhereAProposalIsRefused() {
        String path = propose("CLASS_1").statusCode(201).extract().header("Location");
        Api.transition(second, path, 1, Map.of("action", "refuse"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        Api.transition(second, path, 1, Map.of("action", "refuse", "reason", "no laboratory"))
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        Api.get(first, Scene.path(NINGHAI)).body("class", equalTo("UNCLASSIFIED"));
    }

    @Test
    void shouldNotRaiseAClassSoonAfterItWasLowered() {
        approve(propose("CLASS_1"));
        approve(propose("CLASS_3"));
        propose("CLASS_1").statusCode(422).body("rule", equalTo("one-step-up"));
        propose("CLASS_2").statusCode(422).body("rule", equalTo("waiting-time"));
        propose("CLASS_4").statusCode(201);
    }

    @Test
    void shouldRestoreTheClassWhereALoweringLostItsGround() {
        approve(propose("CLASS_1"));
        String lowering = approve(propose("CLASS_2"));
        Map<String, Object> restoring =
                Map.of("proposedClass", "CLASS_1", "reason", "result overturned on appeal", "restores", lowering);
        approve(Api.post(first, PATH, restoring));
        Api.get(first, Scene.path(NINGHAI)).body("class", equalTo("CLASS_1"));
        Api.post(first, PATH, restoring).statusCode(201);
        Api.post(first, PATH, Map.of("proposedClass", "CLASS_3", "reason", "no", "restores", lowering))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/restores"));
    }

    @Test
    void shouldScoreEachKnownElementOnceFromZeroToTen() {
        assertElements(List.of(Map.of("element", "PERSONNEL", "score", 8), Map.of("element", "PERSONNEL", "score", 7)))
                .body("errors[0].pointer", equalTo("/elements/1/element"));
        assertElements(List.of(Map.of("element", "LUCK", "score", 8)))
                .body("errors[0].pointer", equalTo("/elements/0/element"));
        assertElements(List.of(Map.of("element", "PERSONNEL", "score", 11)))
                .body("errors[0].pointer", equalTo("/elements/0/score"));
    }

    private ValidatableResponse assertElements(List<Map<String, Object>> elements) {
        return Api.post(first, PATH, Map.of("proposedClass", "CLASS_2", "reason", "assessed", "elements", elements))
                .statusCode(400);
    }

    private ValidatableResponse propose(String proposed) {
        return Api.post(
                first,
                PATH,
                Map.of(
                        "proposedClass",
                        proposed,
                        "reason",
                        "assessed on site",
                        "elements",
                        List.of(Map.of("element", "TRACEABILITY", "score", 8))));
    }

    private String approve(ValidatableResponse proposal) {
        String id = proposal.statusCode(201).extract().path("id");
        Api.transition(second, PATH + "/" + id, 1, Map.of("action", "approve")).statusCode(200);
        return id;
    }
}
