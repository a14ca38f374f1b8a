package org.qualityzones.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.qualityzones.facts.Digests;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.RuleSet;

/** Decides stored facts again, in the context that the stored record tells, and compares. */
final class Replayer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RuleSet ruleSet;

    Replayer(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    Replay replay(byte[] storedFacts, byte[] storedRecord, String storedDigest) {
        FactsReader.Reading facts = FactsReader.stored(storedFacts);
        if (facts.facts() == null) {
            return unreadable("/factsDigest", String.valueOf(facts.errors().getFirst()));
        }
        JsonNode stored;
        DecisionRecord recomputed;
        try {
            stored = JSON.readTree(storedRecord);
            recomputed = DecisionEngine.decide(facts.facts(), ruleSet, context(stored))
                    .record();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return unreadable("", String.valueOf(e.getMessage()));
        }
        if (!Arrays.equals(recomputed.bytes(), storedRecord)) {
            return new Replay(false, recomputed.digest(), Differences.between(storedRecord, recomputed.bytes()));
        }
        String factsDigest = Digests.sha256(storedFacts);
        if (!factsDigest.equals(stored.path("factsDigest").asText())) {
            return different("/factsDigest", stored.path("factsDigest").asText(), factsDigest, recomputed.digest());
        }
        return recomputed.digest().equals(storedDigest)
                ? new Replay(true, recomputed.digest(), List.of())
                : different("/digest", storedDigest, recomputed.digest(), recomputed.digest());
    }

    private static Replay unreadable(String pointer, String why) {
        return new Replay(false, null, List.of(new Replay.Difference(pointer, "unreadable: " + why, null)));
    }

    private static Replay different(String pointer, String stored, String recomputed, String digest) {
        return new Replay(false, digest, List.of(new Replay.Difference(pointer, stored, recomputed)));
    }

    private static DecisionContext context(JsonNode stored) {
        JsonNode draw = stored.path("draw");
        return new DecisionContext(
                uuid(stored.path("id")),
                uuid(stored.path("declarationId")),
                stored.path("lineNo").isInt() ? stored.path("lineNo").intValue() : null,
                stored.path("decidedAt").isTextual()
                        ? Instant.parse(stored.path("decidedAt").textValue())
                        : null,
                asOf(stored.path("asOf")),
                date(draw.path("date")),
                inherited(draw.path("inheritedFrom")),
                stored.path("cause").isTextual()
                        ? DecisionContext.Cause.valueOf(stored.path("cause").textValue())
                        : null,
                uuid(stored.path("supersedes")),
                overruling(stored));
    }

    /** The last reasons of a decision by override. */
    private static Overruling overruling(JsonNode stored) {
        if (!DecisionContext.Cause.OVERRIDE.name().equals(stored.path("cause").textValue())) {
            return null;
        }
        JsonNode reasons = stored.path("reasons");
        List<String> effects = new ArrayList<>();
        for (int i = Math.max(0, reasons.size() - Overruling.EFFECTS); i < reasons.size(); i++) {
            effects.add(reasons.path(i).path("effect").asText());
        }
        return Overruling.of(effects);
    }

    private static AsOf asOf(JsonNode asOf) {
        return new AsOf(
                version(asOf.path("producer")),
                version(asOf.path("consignor")),
                versions(asOf.path("zones")),
                versions(asOf.path("warnings")));
    }

    private static SortedMap<String, Long> versions(JsonNode versions) {
        SortedMap<String, Long> read = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : versions.properties()) {
            read.put(entry.getKey(), entry.getValue().longValue());
        }
        return read;
    }

    private static Draw.Inherited inherited(JsonNode inherited) {
        if (!inherited.isObject()) {
            return null;
        }
        LocalDate date = date(inherited.path("date"));
        if (date == null) {
            throw new IllegalArgumentException("inheritedFrom has no date");
        }
        return new Draw.Inherited(
                uuid(inherited.path("declarationId")), inherited.path("lineNo").intValue(), date);
    }

    private static Long version(JsonNode node) {
        return node.isIntegralNumber() ? node.longValue() : null;
    }

    private static UUID uuid(JsonNode node) {
        return node.isTextual() ? UUID.fromString(node.textValue()) : null;
    }

    private static LocalDate date(JsonNode node) {
        return node.isTextual() ? LocalDate.parse(node.textValue()) : null;
    }
}
