package org.qualityzones.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.qualityzones.decision.AsOf;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.RuleSet;

/** Lines of facts to decide, all from the golden corpus. */
final class Lines {

    static final DecisionContext CONTEXT = new DecisionContext(
            UUID.fromString("019aa5c0-0000-7000-8000-000000000001"),
            UUID.fromString("019aa5c0-0000-7000-8000-000000000002"),
            1,
            Instant.parse("2026-11-21T08:30:00.123456Z"),
            new AsOf(7L, 8L, Map.of("zone", 12L), Map.of("w", 3L)),
            LocalDate.of(2026, 11, 21),
            null,
            null,
            null);

    private static final String CORPUS = "/corpus/engine-" + DecisionEngine.VERSION + ".ndjson";

    private Lines() {}

    /** The whole corpus. */
    static List<Facts> corpus() {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Lines.class.getResourceAsStream(CORPUS), StandardCharsets.UTF_8))) {
            ObjectMapper json = new ObjectMapper();
            List<Facts> lines = new ArrayList<>();
            reader.readLine(); // names the rule set
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(facts(json.readTree(line).path("facts")));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("The corpus cannot be read", e);
        }
    }

    /** Statutory lines that are neither held nor exempt: they go through every step, so cost the most. */
    static Facts[] wholeWay(long seed, int count) {
        RuleSet shipped = RuleSet.shipped("2026.1");
        List<Facts> lines = new ArrayList<>(corpus());
        lines.removeIf(facts -> DecisionEngine.decide(facts, shipped, CONTEXT).mode() == Mode.NONE);
        Collections.shuffle(lines, new Random(seed));
        return lines.subList(0, count).toArray(Facts[]::new);
    }

    private static Facts facts(JsonNode given) {
        FactsReader.Reading reading = FactsReader.given(given, Facts.DEFAULT);
        if (reading.facts() == null) {
            throw new IllegalStateException("Not facts: " + reading.errors());
        }
        return reading.facts();
    }
}
