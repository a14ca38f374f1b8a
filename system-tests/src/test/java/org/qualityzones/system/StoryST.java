package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** The story that {@code ./run} tells: what it did, seen from outside, and that README shows what it prints. */
@Order(0)
@ExtendWith(SuiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryST {

    private static final Pattern BLOCK =
            Pattern.compile("(<!-- story: [^>]*-->\n```\n)(.*?)(```\n<!-- end of the story -->)", Pattern.DOTALL);

    private final SuiteUnderTest suite;
    private final Client auditor;
    private final String told;

    StoryST(SuiteUnderTest suite) {
        this.suite = suite;
        this.auditor = new Callers(suite).as("AUDITOR");
        this.told = suite.tellStory();
    }

    @Test
    void shouldHaveDecidedEachLotAsItTells() {
        Map<String, JsonNode> lots = new HashMap<>();
        for (JsonNode declaration :
                auditor.get("/api/v1/declarations?limit=50").expect(200).json().path("items")) {
            JsonNode line = auditor.get(
                            "/api/v1/declarations/" + declaration.path("id").asText())
                    .expect(200)
                    .json()
                    .at("/lines/0");
            lots.putIfAbsent(line.path("lotNo").asText().replaceFirst("-.*", ""), line);
        }

        assertLine(lots.get("M"), "EXEMPT", "CLEARED");
        assertLine(lots.get("S"), "RELEASE", "CLEARED");
        assertLine(lots.get("P"), "SAMPLE", "REFUSED");
        assertLine(lots.get("H"), "HOLD", "REFUSED");
        assertLine(lots.get("T1"), "RELEASE", "CLEARED");
        assertLine(lots.get("T2"), "SAMPLE", "PENDING");
        assertLine(lots.get("T3"), "RELEASE", "CLEARED");
        assertThat(lots.get("T1").at("/decision/asOf/warnings")).isEmpty();
        assertThat(lots.get("T2").at("/decision/asOf/warnings")).hasSize(1);
        String producer = lots.get("P").path("producer").asText();
        assertThat(auditor.get("/api/v1/enterprises/" + producer).expect(200).text("/class"))
                .isEqualTo("CLASS_2");
    }

    @Test
    void shouldBeShownByTheReadme() throws IOException {
        Assumptions.assumeTrue(suite.isFresh(), "README shows the first story on an empty stack");
        Path readme = suite.root().resolve("README.md");
        String text = Files.readString(readme);
        Matcher block = BLOCK.matcher(text);
        assertThat(block.find()).as("README has a place for the story").isTrue();
        String shown = StoryText.lasting(told, suite.gateway(), suite.env("KEYCLOAK_URL"));
        if (System.getProperty("update-snapshots") != null) {
            Files.writeString(readme, text.substring(0, block.end(1)) + shown + text.substring(block.start(3)));
            return;
        }

        assertThat(shown)
                .as("the story that README shows; rewrite it with -Dit.test=StoryST -Dupdate-snapshots")
                .isEqualTo(block.group(2));
    }

    private static void assertLine(JsonNode line, String outcome, String clearance) {
        assertThat(line).as("a line decided " + outcome).isNotNull();
        assertThat(line.at("/decision/outcome").asText()).isEqualTo(outcome);
        assertThat(line.at("/decision/basis").asText()).isEqualTo("COMPLETE");
        assertThat(line.at("/decision/reasons")).isNotEmpty();
        line.at("/decision/reasons")
                .forEach(reason -> assertThat(reason.path("citations")).isNotEmpty());
        assertThat(line.at("/clearance/state").asText()).isEqualTo(clearance);
    }
}
