package org.qualityzones.local.story;

import java.util.List;
import java.util.Map;
import org.qualityzones.local.client.Gateway.Answer;

/** Classes, which one person proposes and another decides. */
final class ClassDesk {

    private static final String ASSESSMENTS = "/class-assessments";

    private final Stage stage;

    ClassDesk(Stage stage) {
        this.stage = stage;
    }

    /** Proposes a class after an assessment; its proposer may not approve it, a second person does. */
    void classify(Cast.Sample sample, String proposed) {
        Answer proposal = stage.suite()
                .post(
                        "BUREAU",
                        Stage.ENTERPRISES + sample.uscc() + ASSESSMENTS,
                        Map.of(
                                "proposedClass",
                                proposed,
                                "elements",
                                List.of(
                                        Map.of("element", "QUALITY_SYSTEM", "score", 9),
                                        Map.of("element", "TESTING_CAPACITY", "score", 9)),
                                "reason",
                                "Sample of the story"))
                .expect(201);
        String path = Stage.ENTERPRISES + sample.uscc() + ASSESSMENTS + "/" + proposal.text("/id");
        Answer refusal = stage.suite()
                .transition("BUREAU", path, proposal.etag(), Map.of("action", "approve"))
                .expect(422);
        approve("BUREAU_2", sample, path);
        stage.teller()
                .more("%s: %s proposed; its proposer may not approve it (422, rule %s), a second person does"
                        .formatted(sample.en(), proposed, refusal.text("/rule")));
    }

    /** Approves what was proposed, and answers the assessment. */
    Answer approve(String role, Cast.Sample sample, String path) {
        Answer assessment = stage.suite().get(role, path).expect(200);
        return stage.suite()
                .transition(
                        role,
                        path,
                        assessment.etag(),
                        Map.of("action", "approve", "reason", "Sample of the story, for " + sample.en()))
                .expect(200);
    }

    /** Waits for the class that a rule proposes by itself, and answers its path. */
    String proposedByRule(Cast.Sample sample) {
        String list = Stage.ENTERPRISES + sample.uscc() + ASSESSMENTS;
        Answer found = stage.await(
                "the class proposed after the lot was not accepted",
                () -> stage.suite().get("BUREAU", list).expect(200),
                answer -> answer.text("/items/0/origin").equals("RULE"));
        return list + "/" + found.text("/items/0/id");
    }
}
