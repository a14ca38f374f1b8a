package org.qualityzones.system.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Expected;

/** A lot not accepted: corrective action, rework, clearance; the class it costs, decided; the next decision knows it. */
public final class InspectionJourney extends Journey {

    private static final String INSPECTIONS = "qz.inspection";
    private static final String CHANGED = "inspection.status-changed";

    public InspectionJourney(String uscc, Office office, Expected expected, Random random) {
        super(uscc, office, expected, random);
    }

    @Override
    public void walk() {
        register();
        classify();
        awaitKnown(3);
        Answer declaration = declare(Samples.declaration(uscc));
        require(declaration.text("/outcome").equals("SAMPLE"), "not SAMPLE", declaration);
        String declarationId = declaration.text("/id");
        String rejected = inspect(declarationId, 1, false);
        expected.event("qz.declaration", declarationId, "declaration.clearance-changed", uscc);
        requireClearance(declarationId, "REFUSED");

        correct(declarationId);
        expected.event("qz.declaration", declarationId, "declaration.clearance-changed", uscc);
        requireClearance(declarationId, "CLEARED");
        loseClass(rejected);
    }

    private void classify() {
        String path = "/api/v1/enterprises/" + uscc + "/class-assessments";
        Answer proposed = as("BUREAU")
                .post(path, Json.object("{'proposedClass': 'CLASS_1', 'reason': 'Assessed', 'elements': []}"));
        expected.event("qz.enterprise", uscc, "enterprise.class-proposed", uscc);
        expected.audit("class-assessment.propose", proposed.text("/id"));
        approve(path + "/" + proposed.text("/id"), proposed);
    }

    private void approve(String path, Answer proposal) {
        as("BUREAU_2").transition(path, action("approve"), proposal);
        expected.event("qz.enterprise", uscc, "enterprise.class-changed", uscc);
        expected.audit("class-assessment.approve", proposal.text("/id"));
        rest();
    }

    /** Takes the newest inspection of the declaration and records its result; answers its id. */
    private String inspect(String declarationId, int count, boolean conforming) {
        String found = as("INSPECTOR")
                .until(
                        "/api/v1/inspections?declaration=" + declarationId,
                        list -> list.path("items").size() == count)
                .text("/items/0/id");
        expected.event(INSPECTIONS, found, "inspection.opened", uscc);
        String path = "/api/v1/inspections/" + found;
        Answer shown = as("INSPECTOR").get(path);
        as("INSPECTOR").transition(path, action("take"), shown);
        expected.event(INSPECTIONS, found, CHANGED, uscc);
        expected.audit("inspection.take", found);
        rest();
        Answer judged = as("INSPECTOR").post(path + "/results", result(shown.json(), conforming));
        expected.event(INSPECTIONS, found, "inspection.judged", uscc);
        expected.audit("inspection.result", found);
        require(judged.json().path("accepted").asBoolean() == conforming, "wrongly judged", judged);
        rest();
        return found;
    }

    /** As many samples as each plan wants, all good or too many bad. */
    private static ObjectNode result(JsonNode inspection, boolean conforming) {
        ObjectNode result = Json.object("{'samples': [], 'tests': []}");
        inspection.path("samplingPlans").forEach(plan -> result.withArray("samples")
                .addObject()
                .put("nonconformityClass", plan.path("nonconformityClass").asText())
                .put("inspected", plan.path("sampleSize").asLong())
                .put("nonconforming", conforming ? 0 : plan.path("reject").asLong()));
        return result;
    }

    private void correct(String declarationId) {
        String id = as("INSPECTOR")
                .until(
                        "/api/v1/corrective-actions?producer=" + uscc,
                        list -> list.path("items").size() == 1)
                .text("/items/0/id");
        expected.event(INSPECTIONS, id, "corrective-action.opened", uscc);
        String path = "/api/v1/corrective-actions/" + id;
        Answer submitted =
                as("PRODUCER").transition(path, action("submit"), as("PRODUCER").get(path));
        expected.event(INSPECTIONS, id, "corrective-action.status-changed", uscc);
        expected.audit("corrective-action.submit", id);
        rest();
        inspect(declarationId, 2, true);
        as("INSPECTOR").transition(path, action("verify"), submitted);
        expected.event(INSPECTIONS, id, "corrective-action.status-changed", uscc);
        expected.audit("corrective-action.verify", id);
        rest();
    }

    private void requireClearance(String declarationId, String state) {
        Answer shown = as("BUREAU").get("/api/v1/declarations/" + declarationId);
        require(shown.text("/clearance/state").equals(state), "not " + state, shown);
    }

    /** The service proposes the lower class once; a person decides it, and the next decision rests on it. */
    private void loseClass(String inspectionId) {
        String path = "/api/v1/enterprises/" + uscc + "/class-assessments";
        JsonNode proposal = as("BUREAU")
                .until(path, list -> list.path("items").size() == 2)
                .json()
                .at("/items/0");
        if (!proposal.path("cause").asText().equals("inspection/" + inspectionId)
                || !proposal.path("proposedClass").asText().equals("CLASS_2")) {
            throw new AssertionError("not what follows from the lot: " + proposal);
        }
        String id = proposal.path("id").asText();
        expected.event("qz.enterprise", uscc, "enterprise.class-proposed", uscc);
        expected.audit("class-assessment.propose", id);
        approve(path + "/" + id, as("BUREAU").get(path + "/" + id));
        Answer enterprise = as("BUREAU").get("/api/v1/enterprises/" + uscc);
        require(enterprise.text("/class").equals("CLASS_2"), "not CLASS_2", enterprise);
        long version = enterprise.json().path("version").asLong();
        awaitKnown(version);
    }
}
