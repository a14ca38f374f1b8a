package org.qualityzones.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.enterprise.Scene;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/** Events of other services: titles, consequences (cases K5, K6, K7) and the time line. */
@QuarkusTest
@WithServers("enterprise")
class ConsumersTest {
    private static final String CONCLUDED = "org.qualityzones.investigation.concluded.v1";

    @BeforeEach
    void register() {
        Database.truncate();
        Scene.registerNinghai();
    }

    @Test
    void shouldCopyTitlesFromTheMembershipAndFilterByItsZone() {
        Neighbour.tells(
                "qz.membership",
                "org.qualityzones.membership.titles-changed.v1",
                "ninghai-stationery/" + NINGHAI,
                membership("ACTIVE"),
                3);
        eventually(() -> Api.get(Scene.bureau(), Scene.path(NINGHAI))
                .body("titles.kind", contains("DEMONSTRATION"))
                .body("titles.grantedBy", contains("ninghai-stationery")));
        Api.get(Scene.bureau(), Scene.ENTERPRISES + "?zone=ninghai-stationery").body("items.uscc", contains(NINGHAI));
        Neighbour.tells(
                "qz.membership",
                "org.qualityzones.membership.exited.v1",
                "ninghai-stationery/" + NINGHAI,
                membership("EXITED"),
                4);
        eventually(() -> Api.get(Scene.bureau(), Scene.path(NINGHAI)).body("titles", hasSize(0)));
        Api.get(Scene.bureau(), Scene.ENTERPRISES + "?zone=ninghai-stationery").body("items", hasSize(0));
    }

    @Test
    void shouldProposeAClassAndRecordTheIncidentWhenCapabilityIsTheCause() {
        classify("CLASS_1");
        Neighbour.tells("qz.investigation", CONCLUDED, "i-1", investigation("i-1", "CAPABILITY"), 4);
        eventually(() -> Api.get(Scene.bureau(), Scene.path(NINGHAI) + "/class-assessments")
                .body("items[0].proposedClass", equalTo("CLASS_3"))
                .body("items[0].origin", equalTo("RULE"))
                .body("items[0].cause", equalTo("investigation/i-1")));
        Api.get(Scene.bureau(), Scene.path(NINGHAI)).body("class", equalTo("CLASS_1"));
        Api.get(Scene.bureau(), Scene.path(NINGHAI) + "/credit-records")
                .body("items.category", contains("PRODUCT_QUALITY"));
    }

    @Test
    void shouldProposeClass4ForAMaliciousViolationAndNothingForAForeignCause() {
        String foreign = "FOREIGN_REGULATION_SURVEILLANCE_OR_DESIGN";
        Neighbour.tells("qz.investigation", CONCLUDED, "i-2", investigation("i-2", foreign), 4);
        Neighbour.tells("qz.investigation", CONCLUDED, "i-2", investigation("i-3", "MALICIOUS"), 5);
        eventually(() -> Api.get(Scene.bureau(), Scene.path(NINGHAI) + "/class-assessments")
                .body("items.proposedClass", contains("CLASS_4")));
        Api.get(Scene.bureau(), Scene.path(NINGHAI) + "/credit-records").body("items", hasSize(0));
        Api.get(Scene.bureau(), Scene.path(NINGHAI)).body("creditLevel", equalTo("UNRATED"));
    }

    @Test
    void shouldProposeClass2WhenALotOfClass1IsNotAcceptedAndNothingAfterRework() {
        classify("CLASS_1");
        inspection("n-1", "AFTER_REWORK", List.of(false));
        inspection("n-2", "ORIGINAL", List.of(true));
        inspection("n-3", "ORIGINAL", List.of(false, true));
        eventually(() -> Api.get(Scene.bureau(), Scene.path(NINGHAI) + "/class-assessments")
                .body("items.cause", hasItem("inspection/n-3"))
                .body("items[0].proposedClass", equalTo("CLASS_2"))
                .body("items[0].origin", equalTo("RULE"))
                .body("items", hasSize(2)));
        Api.get(Scene.bureau(), Scene.path(NINGHAI)).body("class", equalTo("CLASS_1"));
    }

    @Test
    void shouldPutWhatConcernsTheEnterpriseOnItsTimeLineOnce() {
        Map<String, Object> declaration = Map.of(
                "id", "d-1",
                "declarationNo", "330226000001",
                "status", "DECIDED",
                "outcome", "SAMPLE",
                "consignor", Scene.YUNHE,
                "lines", List.of(Map.of("lineNo", 1, "producer", NINGHAI, "value", "125000.00")));
        String id = Neighbour.tells("qz.declaration", "org.qualityzones.declaration.decided.v1", "d-1", declaration, 1);
        Neighbour.repeats(id, "qz.declaration", "org.qualityzones.declaration.decided.v1", "d-1", declaration, 1);
        Neighbour.tells("qz.declaration", "org.qualityzones.declaration.withdrawn.v1", "d-1", declaration, 2);
        String dossier = Scene.path(NINGHAI) + "/dossier";
        eventually(() -> Api.get(Scene.bureau(), dossier)
                .body("items", hasSize(3))
                .body("items[0].type", equalTo("org.qualityzones.declaration.withdrawn.v1"))
                .body("items[1].eventId", equalTo(id))
                .body("items[1].part", equalTo("PRODUCER"))
                .body("items[1].version", equalTo(1))
                .body("items[1].summary.declarationNo", equalTo("330226000001"))
                .body("items[2].type", equalTo("org.qualityzones.enterprise.registered.v1")));
        assertThat(Api.get(Scene.bureau(), dossier).extract().asString()).doesNotContain("125000", "王小明");
        Api.get(Scene.otherBureau(), dossier).statusCode(404);
    }

    private static void classify(String proposed) {
        String path = Api.post(
                        Scene.bureau(),
                        Scene.path(NINGHAI) + "/class-assessments",
                        Map.of("proposedClass", proposed, "reason", "assessed"))
                .statusCode(201)
                .extract()
                .header("Location");
        Api.transition(Scene.secondOfBureau(), path, 1, Map.of("action", "approve"))
                .statusCode(200);
    }

    private static Map<String, Object> membership(String status) {
        return Map.of(
                "id",
                "m-1",
                "zone",
                "ninghai-stationery",
                "uscc",
                NINGHAI,
                "status",
                status,
                "since",
                "2026-01-01",
                "titles",
                List.of(Map.of("kind", "DEMONSTRATION", "from", "2026-02-01")));
    }

    private static Map<String, Object> investigation(String id, String attribution) {
        return Map.of("id", id, "uscc", NINGHAI, "status", "CONCLUDED", "attribution", attribution);
    }

    private static void inspection(String id, String kind, List<Boolean> lots) {
        Neighbour.tells(
                id,
                "qz.inspection",
                "org.qualityzones.inspection.judged.v1",
                id,
                Map.of("accepted", lots.getFirst(), "originalLots", lots),
                Map.of("id", id, "producer", NINGHAI, "kind", kind, "status", "REJECTED"),
                2);
    }

    private static void eventually(Runnable assertion) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(assertion::run);
    }
}
