package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qualityzones.local.client.Gateway.Answer;

/** The sampled lot is not accepted: clearance, corrective action, class and dossier follow. */
final class InspectionChapter {

    private static final String INSPECTIONS = "/api/v1/inspections";

    /** What the time line of a producer tells by then, whichever way the events took. */
    private static final List<String> DOSSIER = List.of(
            "enterprise.registered",
            "enterprise.class-proposed",
            "enterprise.class-changed",
            "declaration.decided",
            "declaration.clearance-changed",
            "inspection.opened",
            "inspection.status-changed",
            "inspection.judged",
            "corrective-action.opened");

    private final Stage stage;
    private final Cast.Sample producer;

    InspectionChapter(Stage stage) {
        this.stage = stage;
        this.producer = stage.cast().penMaker();
    }

    void play(JsonNode declaration) {
        inspect(declaration);
        decideClass();
        dossier();
    }

    private void inspect(JsonNode declaration) {
        String id = declaration.path("id").asText();
        stage.teller().step("Inspection", "the inspector takes the sampled lot and records what was found");
        Answer open = stage.suite()
                .get("INSPECTOR", INSPECTIONS + "?declaration=" + id)
                .expect(200);
        String path = INSPECTIONS + "/" + open.text("/items/0/id");
        Answer shown = stage.suite().get("INSPECTOR", path).expect(200);
        Answer taken = stage.suite()
                .transition("INSPECTOR", path, shown.etag(), Map.of("action", "take"))
                .expect(200);
        JsonNode judged = stage.suite()
                .post("INSPECTOR", path + "/results", found(taken.body().path("samplingPlans")))
                .expect(201)
                .body();
        for (JsonNode plan : judged.at("/samplingPlans")) {
            boolean classB = plan.path("nonconformityClass").asText().equals("B");
            stage.teller()
                    .more("class %s: %s inspected, %s nonconforming, accept %s"
                            .formatted(
                                    plan.path("nonconformityClass").asText(),
                                    plan.path("sampleSize").asText(),
                                    classB ? plan.path("reject").asText() : "0",
                                    plan.path("accept").asText()));
        }
        JsonNode line = stage.suite()
                .get("ENTERPRISE", Stage.DECLARATIONS + "/" + id)
                .expect(200)
                .body()
                .at("/lines/0");
        stage.teller()
                .more("the service judges: %s; clearance %s"
                        .formatted(
                                judged.path("status").asText(),
                                line.at("/clearance/state").asText()));
        correctiveAction();
    }

    private void correctiveAction() {
        JsonNode action = stage.suite()
                .get("ENTERPRISE", "/api/v1/corrective-actions?producer=" + producer.uscc())
                .expect(200)
                .body()
                .at("/items/0");
        stage.teller()
                .more("corrective action %s, cause %s, to be submitted until %s"
                        .formatted(
                                action.path("status").asText(),
                                action.path("cause").asText(),
                                action.path("deadline").asText()));
    }

    /** One item more than class B accepts; a test that says so. */
    private static Map<String, Object> found(JsonNode plans) {
        List<Map<String, Object>> samples = new ArrayList<>();
        for (JsonNode plan : plans) {
            boolean classB = plan.path("nonconformityClass").asText().equals("B");
            samples.add(Map.of(
                    "nonconformityClass",
                    plan.path("nonconformityClass").asText(),
                    "inspected",
                    plan.path("sampleSize").asLong(),
                    "nonconforming",
                    classB ? plan.path("reject").asLong() : 0));
        }
        Map<String, Object> test =
                Map.of("item", "writing length", "result", "120 m", "limit", "at least 300 m", "conforming", false);
        return Map.of("samples", samples, "tests", List.of(test), "remarks", "Sample of the story");
    }

    private void decideClass() {
        stage.teller().step("Class", "a rule proposes a lower class for the producer, the bureau decides");
        ClassDesk desk = new ClassDesk(stage);
        String path = desk.proposedByRule(producer);
        JsonNode proposal = stage.suite().get("BUREAU", path).expect(200).body();
        stage.teller()
                .more("%s → %s proposed by the rule %s: %s"
                        .formatted(
                                proposal.path("fromClass").asText(),
                                proposal.path("proposedClass").asText(),
                                proposal.path("proposedBy").asText(),
                                proposal.path("reason").asText()));
        desk.approve("BUREAU_2", producer, path);
        stage.teller()
                .more("approved by the bureau; the enterprise is "
                        + stage.enterprise(producer).text("/class"));
    }

    private void dossier() {
        stage.teller().step("Dossier", "the producer's time line, gathered from all services' events");
        Answer dossier = stage.await(
                "the dossier to hear of everything",
                () -> stage.suite()
                        .get("BUREAU", Stage.ENTERPRISES + producer.uscc() + "/dossier?limit=200")
                        .expect(200),
                answer -> types(answer).containsAll(DOSSIER));
        types(dossier).stream().distinct().sorted().forEach(type -> stage.teller()
                .more(type));
    }

    private static List<String> types(Answer dossier) {
        List<String> types = new ArrayList<>();
        dossier.body()
                .path("items")
                .forEach(entry -> types.add(Teller.shortType(entry.path("type").asText())));
        return types;
    }
}
