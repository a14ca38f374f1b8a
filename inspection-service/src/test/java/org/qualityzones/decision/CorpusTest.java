package org.qualityzones.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;

/**
 * Decisions of engine 1 that must come out byte for byte for ever. The first line of the corpus names the rule set, each other
 * says what differs from the default facts, and the digest of the record. It is never written again: another digest is another engine.
 * {@code -Dwrite-corpus} makes the file of a new engine.
 */
class CorpusTest {

    private static final Path FILE =
            Path.of("src", "test", "resources", "corpus", "engine-" + DecisionEngine.VERSION + ".ndjson");
    private static final int SIZE = 1_050;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DecisionContext CONTEXT = new DecisionContext(
            UUID.fromString("019aa5c0-0000-7000-8000-000000000001"),
            UUID.fromString("019aa5c0-0000-7000-8000-000000000002"),
            1,
            Instant.parse("2026-11-21T08:30:00.123456Z"),
            new AsOf(7L, 8L, Map.of("zone", 12L), Map.of("w", 3L)),
            LocalDate.of(2026, 11, 21),
            null,
            null,
            null);

    @Test
    void shouldGiveEveryDigestOfTheCorpus() throws IOException {
        if (Boolean.getBoolean("write-corpus")) {
            Files.write(FILE, corpus());
        }
        List<String> lines = Files.readAllLines(FILE);

        assertThat(lines).hasSizeGreaterThan(1_000);
        assertThat(lines.getFirst()).isEqualTo(header());
        for (int i = 1; i < lines.size(); i++) {
            JsonNode entry = JSON.readTree(lines.get(i));
            Facts facts = FactsReader.given(entry.path("facts"), Facts.DEFAULT).facts();
            DecisionRecord record =
                    DecisionEngine.decide(facts, Shipped.RULES, CONTEXT).record();
            assertThat(record.digest())
                    .as("line %d: %s", i + 1, lines.get(i))
                    .isEqualTo(entry.path("digest").asText());
            assertThat(DecisionEngine.replay(facts.bytes(), record.bytes(), record.digest(), Shipped.RULES)
                            .identical())
                    .isTrue();
        }
    }

    private static List<String> corpus() throws IOException {
        SplittableRandom random = new SplittableRandom(20261121);
        Map<String, String> lines = new TreeMap<>();
        while (lines.size() < SIZE) {
            Facts facts = FactSpace.at(FactSpace.random(random));
            String digest = DecisionEngine.decide(facts, Shipped.RULES, CONTEXT)
                    .record()
                    .digest();
            ObjectNode entry = JSON.createObjectNode();
            entry.set("facts", difference(JSON.readTree(facts.bytes()), JSON.readTree(Facts.DEFAULT.bytes())));
            entry.put("digest", digest);
            lines.put(digest, entry.toString());
        }
        List<String> all = new ArrayList<>(lines.values());
        all.addFirst(header());
        return all;
    }

    private static String header() {
        return "{\"engine\":\"" + DecisionEngine.VERSION + "\",\"ruleSet\":\"" + Shipped.RULES.digest() + "\"}";
    }

    /** The members that differ, group by group. */
    private static ObjectNode difference(JsonNode facts, JsonNode usual) {
        ObjectNode difference = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> member : facts.properties()) {
            JsonNode other = usual.path(member.getKey());
            if (member.getValue().isObject()) {
                ObjectNode inner = difference(member.getValue(), other);
                if (!inner.isEmpty()) {
                    difference.set(member.getKey(), inner);
                }
            } else if (!member.getValue().equals(other)) {
                difference.set(member.getKey(), member.getValue());
            }
        }
        return difference;
    }
}
