package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.qualityzones.local.client.SuiteException;

/** A decision computes again, byte for byte, from what was stored. */
final class ReplayChapter {

    private final Stage stage;

    ReplayChapter(Stage stage) {
        this.stage = stage;
    }

    void play(JsonNode declaration) {
        stage.teller().step("Replay", "an auditor has the first decision computed again from the stored facts");
        JsonNode decision = declaration.at("/lines/0/decision");
        JsonNode replay = stage.suite()
                .post("AUDITOR", "/api/v1/decisions/" + decision.path("id").asText() + "/replays", Map.of())
                .expect(200)
                .body();
        boolean same = replay.path("identical").asBoolean()
                && replay.path("digest").asText().equals(decision.path("digest").asText());
        if (!same) {
            throw new SuiteException("The replay differs: " + replay);
        }
        stage.teller().more("then " + decision.path("digest").asText());
        stage.teller().more("now  " + replay.path("digest").asText() + ": the same");
    }
}
